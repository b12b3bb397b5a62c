// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import bench.duel.Contestant.Assignment;
import bench.duel.DuelOptions.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where contestants run in turn, so that what else the machine does hits all of them alike. */
final class Arena {

  /**
   * One run of one contestant.
   *
   * @param number from 1 on
   * @param directory what it left
   */
  record Bout(Contestant contestant, int number, Path directory, Outcome outcome) {}

  private final List<Contestant> contestants;
  private final int runs;
  private final Path directory;

  /** What went wrong since it was last told. */
  private final List<String> troubles = new ArrayList<>();

  /** Runs each contestant so often, in directories below one that is emptied. */
  Arena(List<Contestant> contestants, int runs, Path directory) throws IOException {
    this.contestants = List.copyOf(contestants);
    this.runs = runs;
    this.directory = directory;
    delete(directory);
  }

  List<Contestant> contestants() {
    return contestants;
  }

  int runs() {
    return runs;
  }

  /** Runs the first, the second, the first, the second... Lists come in the contestants' order. */
  List<List<Bout>> inTurn(
      Part part, Target target, int seconds, boolean keepGoing, @Nullable Path start)
      throws IOException, InterruptedException {
    List<List<Bout>> bouts = new ArrayList<>();
    contestants.forEach(contestant -> bouts.add(new ArrayList<>()));
    for (int number = 1; number <= runs; number++) {
      for (int i = 0; i < contestants.size(); i++) {
        Assignment assignment = new Assignment(target, number, seconds, keepGoing, start);
        bouts.get(i).add(bout(part, contestants.get(i), assignment));
      }
    }
    return bouts;
  }

  /** Has one contestant run once. */
  Bout bout(Part part, Contestant contestant, Assignment assignment)
      throws IOException, InterruptedException {
    int number = assignment.number();
    Path own =
        directory
            .resolve(part.name().toLowerCase(Locale.ROOT))
            .resolve(assignment.target().className())
            .resolve(contestant.name().replace(' ', '-') + "-" + number);
    Files.createDirectories(own);
    Outcome outcome = contestant.run(assignment, own);
    Bout bout = new Bout(contestant, number, own, outcome);
    trouble(assignment.target(), bout, outcome.trouble());
    return bout;
  }

  /** Remembers what went wrong; nothing if it is empty. */
  void trouble(Target target, Bout bout, String what) {
    if (!what.isEmpty()) {
      troubles.add(
          "%s, %s, run %s: %s"
              .formatted(target.simpleName(), bout.contestant().name(), bout.number(), what));
    }
  }

  /** Tells what went wrong since it was last asked. */
  void tellTroubles(Report report) throws IOException {
    if (!troubles.isEmpty()) {
      report.line("");
    }
    for (String trouble : troubles) {
      report.line("- " + trouble);
    }
    troubles.clear();
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> paths = Files.walk(directory)) {
      all = new ArrayList<>(paths.toList());
    }
    Collections.sort(all, Comparator.reverseOrder());
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
