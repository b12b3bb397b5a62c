// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import bench.duel.Arena.Bout;
import bench.duel.DuelOptions.Part;
import bench.duel.Plot.Panel;
import bench.duel.Plot.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How much of libraries each contestant reaches, and how many failures it finds. */
final class LibrariesPart {
  private static final double LEAST_BRANCHES = 0.95;
  private static final double MEAN_BRANCHES = 1.1;
  private static final double ALL_FAILURES = 1.5;

  /** All runs of a contestant on a target, judged. */
  private record Judged(Contestant contestant, List<Bout> bouts, List<Verdict> verdicts) {

    double branches() {
      return Figures.median(verdicts, Verdict::branches);
    }

    /** Of all runs together: a failure that one of them finds is found. */
    Set<String> failures() {
      Set<String> all = new TreeSet<>();
      verdicts.forEach(verdict -> all.addAll(verdict.failures()));
      return all;
    }

    double executions() {
      return Figures.median(bouts, bout -> bout.outcome().executions());
    }

    Series series() {
      return new Series(contestant.name(), verdicts.stream().map(Verdict::steps).toList());
    }
  }

  private final Arena arena;
  private final Referee referee;
  private final Report report;
  private final RunsFile runs;
  private final boolean hasGoals;

  private final List<Panel> panels = new ArrayList<>();
  private final Map<Target, Path> corpora = new HashMap<>();
  private final List<Double> ratios = new ArrayList<>();
  private final List<Integer> allFailures = new ArrayList<>();
  private final List<String> failureLines = new ArrayList<>();

  /** With goals, the first contestant's against the second. */
  LibrariesPart(Arena arena, Referee referee, Report report, RunsFile runs, boolean hasGoals) {
    this.arena = arena;
    this.referee = referee;
    this.report = report;
    this.runs = runs;
    this.hasGoals = hasGoals;
    arena.contestants().forEach(contestant -> allFailures.add(0));
  }

  /** Measures, and returns what is to be plotted, a panel per target. */
  List<Panel> run(List<Target> targets, int seconds) throws IOException, InterruptedException {
    report.line("");
    report.line("## Libraries");
    report.line("");
    report.line(
        "After " + seconds + " seconds, by a referee. Branches and executions are medians;");
    report.line("failures are distinct ones, of all runs of a fuzzer together.");
    report.line("");
    header();
    for (Target target : targets) {
      List<List<Bout>> all = arena.inTurn(Part.LIBRARIES, target, seconds, true, null);
      // Start-up takes its time, too: the plot goes on until the last of them has ended.
      int longest =
          (int)
              all.stream()
                  .flatMap(List::stream)
                  .mapToDouble(bout -> Math.ceil(bout.outcome().processSeconds()))
                  .max()
                  .orElse(seconds);
      List<Judged> judged = new ArrayList<>();
      for (List<Bout> bouts : all) {
        judged.add(judge(target, longest, bouts));
      }
      row(target, judged);
      panels.add(
          new Panel(target.simpleName(), longest, judged.stream().map(Judged::series).toList()));
    }
    if (hasGoals) {
      sumUp();
    }
    arena.tellTroubles(report);
    tellFailures();
    return panels;
  }

  /** What the last contestant's last run on each target kept. */
  Map<Target, Path> corpora() {
    return corpora;
  }

  private Judged judge(Target target, int seconds, List<Bout> bouts)
      throws IOException, InterruptedException {
    List<Verdict> verdicts = new ArrayList<>();
    for (Bout bout : bouts) {
      Verdict verdict = referee.judge(target, seconds, bout.outcome(), bout.directory());
      arena.trouble(target, bout, verdict.trouble());
      runs.add(Part.LIBRARIES, target, bout, verdict);
      corpora.put(target, bout.outcome().corpus());
      verdicts.add(verdict);
    }
    return new Judged(bouts.get(0).contestant(), bouts, verdicts);
  }

  private void header() throws IOException {
    List<String> columns = new ArrayList<>(List.of("library"));
    for (Contestant contestant : arena.contestants()) {
      columns.addAll(List.of(contestant.name() + ": branches", "failures", "executions"));
    }
    if (hasGoals) {
      columns.addAll(List.of("branches, ratio", "goal", "met", "failures, goal", "met"));
    }
    report.header(columns);
  }

  private void row(Target target, List<Judged> judged) throws IOException {
    List<String> cells = new ArrayList<>(List.of(target.simpleName()));
    for (int i = 0; i < judged.size(); i++) {
      Judged one = judged.get(i);
      int failures = one.failures().size();
      cells.add(Figures.text(one.branches()));
      cells.add(String.valueOf(failures));
      cells.add(Figures.text(one.executions()));
      allFailures.set(i, allFailures.get(i) + failures);
    }
    if (hasGoals) {
      double ratio = judged.get(0).branches() / judged.get(1).branches();
      int fewest = judged.get(1).failures().size();
      ratios.add(ratio);
      cells.add(Figures.text(ratio));
      cells.add(">= " + LEAST_BRANCHES);
      cells.add(Figures.met(ratio >= LEAST_BRANCHES));
      cells.add(">= " + fewest);
      cells.add(Figures.met(judged.get(0).failures().size() >= fewest));
    }
    report.row(cells);
    noteFailures(target, judged);
  }

  private void sumUp() throws IOException {
    double mean = Figures.geometricMean(ratios);
    int ours = allFailures.get(0);
    double wanted = ALL_FAILURES * allFailures.get(1);
    report.row(
        List.of(
            "geometric mean, sum",
            "",
            String.valueOf(ours),
            "",
            "",
            String.valueOf(allFailures.get(1)),
            "",
            Figures.text(mean),
            ">= " + MEAN_BRANCHES,
            Figures.met(mean >= MEAN_BRANCHES),
            String.format(Locale.ROOT, ">= %.1f", wanted),
            Figures.met(ours >= wanted)));
  }

  /** Which failures some contestants found and others did not. */
  private void noteFailures(Target target, List<Judged> judged) {
    Set<String> all = new TreeSet<>();
    judged.forEach(one -> all.addAll(one.failures()));
    for (String failure : all) {
      List<String> by =
          judged.stream()
              .filter(one -> one.failures().contains(failure))
              .map(one -> one.contestant().name() + " " + timesFound(one, failure))
              .toList();
      failureLines.add(
          "- %s: %s (%s)".formatted(target.simpleName(), failure, String.join(", ", by)));
    }
  }

  private static String timesFound(Judged one, String failure) {
    int times =
        Collections.frequency(
            one.verdicts().stream().map(verdict -> verdict.failures().contains(failure)).toList(),
            true);
    return times + "/" + one.verdicts().size();
  }

  private void tellFailures() throws IOException {
    if (!failureLines.isEmpty()) {
      report.line("");
      report.line("The failures, and in how many runs they were found:");
      report.line("");
      for (String line : failureLines) {
        report.line(line);
      }
    }
  }
}
