// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import bench.duel.Arena.Bout;
import bench.duel.Contestant.Assignment;
import bench.duel.DuelOptions.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Executions per second, of all contestants from the same inputs. */
final class SpeedPart {
  private static final int SECONDS = 15;
  private static final int SECONDS_FOR_START = 10;
  private static final double GOAL = 2;

  private final Arena arena;
  private final Report report;
  private final RunsFile runs;

  /** The first contestant is compared with the second, whose inputs are those to start from. */
  SpeedPart(Arena arena, Report report, RunsFile runs) {
    this.arena = arena;
    this.report = report;
    this.runs = runs;
  }

  /** Takes where inputs to start from are, of the targets that have some. */
  void run(List<Target> targets, Map<Target, Path> corpora)
      throws IOException, InterruptedException {
    Contestant first = arena.contestants().get(0);
    Contestant second = arena.contestants().get(1);
    report.line("");
    report.line("## Speed");
    report.line("");
    report.line("Executions per second in " + SECONDS + " seconds, medians. Both start from the");
    report.line("inputs of a run of " + second.name() + ".");
    report.line("");
    report.header(
        List.of("library", "inputs", first.name(), second.name(), "ratio", "goal", "met"));
    List<Double> ratios = new ArrayList<>();
    for (Target target : targets) {
      Path left = corpora.get(target);
      Path start = left == null ? shortRun(target, second) : left;
      List<List<Bout>> bouts = arena.inTurn(Part.SPEED, target, SECONDS, true, start);
      for (List<Bout> some : bouts) {
        for (Bout bout : some) {
          runs.add(Part.SPEED, target, bout, null);
        }
      }
      double ours = perSecond(bouts.get(0));
      double theirs = perSecond(bouts.get(1));
      ratios.add(ours / theirs);
      report.row(
          List.of(
              target.simpleName(),
              count(start),
              Figures.text(ours),
              Figures.text(theirs),
              Figures.text(ours / theirs)));
    }
    double mean = Figures.geometricMean(ratios);
    report.row(
        List.of(
            "geometric mean",
            "",
            "",
            "",
            Figures.text(mean),
            ">= " + Figures.text(GOAL),
            Figures.met(mean >= GOAL)));
    arena.tellTroubles(report);
  }

  private Path shortRun(Target target, Contestant contestant)
      throws IOException, InterruptedException {
    Assignment assignment = new Assignment(target, arena.runs() + 1, SECONDS_FOR_START, true, null);
    return arena.bout(Part.SPEED, contestant, assignment).outcome().corpus();
  }

  private static String count(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return String.valueOf(files.count());
    }
  }

  private static double perSecond(List<Bout> bouts) {
    return Figures.median(bouts, bout -> bout.outcome().perSecond());
  }
}
