// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import bench.duel.Arena.Bout;
import bench.duel.DuelOptions.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How soon each contestant tells of a planted failure. */
final class PlantedPart {
  private static final double SLOWEST = 0.35;

  private final Arena arena;
  private final Report report;
  private final RunsFile runs;
  private final boolean hasGoals;

  /** With goals, the first contestant's against the second. */
  PlantedPart(Arena arena, Report report, RunsFile runs, boolean hasGoals) {
    this.arena = arena;
    this.report = report;
    this.runs = runs;
    this.hasGoals = hasGoals;
  }

  void run(List<Target> targets, int seconds) throws IOException, InterruptedException {
    report.line("");
    report.line("## Planted failures");
    report.line("");
    report.line("From the start of the process until it tells of the failure, at most " + seconds);
    report.line("seconds of fuzzing. Medians; a run that found nothing took for ever.");
    report.line("");
    List<String> columns = new ArrayList<>(List.of("target"));
    for (Contestant contestant : arena.contestants()) {
      String name = contestant.name();
      columns.addAll(List.of(name + ": found", "seconds", "executions"));
    }
    if (hasGoals) {
      columns.addAll(List.of("seconds, ratio", "goal", "met"));
    }
    report.header(columns);
    List<Double> ratios = new ArrayList<>();
    for (Target target : targets) {
      List<List<Bout>> bouts = arena.inTurn(Part.PLANTED, target, seconds, false, null);
      for (List<Bout> some : bouts) {
        for (Bout bout : some) {
          runs.add(Part.PLANTED, target, bout, null);
        }
      }
      List<String> cells = new ArrayList<>(List.of(target.simpleName()));
      bouts.forEach(some -> addFigures(cells, some));
      if (hasGoals) {
        ratios.add(addGoal(cells, bouts.get(0), bouts.get(1)));
      }
      report.row(cells);
    }
    if (hasGoals) {
      List<String> cells = new ArrayList<>(List.of("geometric mean"));
      cells.addAll(List.of("", "", "", "", "", "", Figures.text(Figures.geometricMean(ratios))));
      report.row(cells);
    }
    arena.tellTroubles(report);
  }

  private static void addFigures(List<String> cells, List<Bout> bouts) {
    List<Outcome> found = bouts.stream().map(Bout::outcome).filter(Outcome::found).toList();
    cells.add(found.size() + "/" + bouts.size());
    cells.add(Figures.text(seconds(bouts)));
    cells.add(
        Double.isFinite(seconds(bouts))
            ? Figures.text(Figures.median(found, Outcome::executions))
            : "");
  }

  private static double addGoal(List<String> cells, List<Bout> ours, List<Bout> theirs) {
    double ratio = seconds(ours) / seconds(theirs);
    boolean compared = Double.isFinite(seconds(theirs));
    boolean asOften = found(ours) >= found(theirs);
    // What the other does not find sets no time to beat.
    cells.add(compared ? Figures.text(ratio) : "");
    cells.add(compared ? "<= " + SLOWEST : "as often");
    cells.add(Figures.met(asOften && (!compared || ratio <= SLOWEST)));
    return compared ? ratio : Double.NaN;
  }

  private static long found(List<Bout> bouts) {
    return bouts.stream().filter(bout -> bout.outcome().found()).count();
  }

  private static double seconds(List<Bout> bouts) {
    return Figures.median(bouts, bout -> bout.outcome().foundSeconds());
  }
}
