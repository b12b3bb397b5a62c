// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import bench.duel.DuelOptions.Part;
import bench.duel.Plot.Panel;
import io.github.mavenfuzz.protocol.Technique;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command: measures what the {@link DuelOptions} name; README.md says how and why. */
final class Duel {
  private final DuelOptions options;
  private final ClassPaths classPaths;
  private final Arena arena;
  private final Report report;
  private final RunsFile runs;

  private Duel(DuelOptions options) throws IOException {
    Files.createDirectories(options.output());
    this.options = options;
    this.classPaths = ClassPaths.of(options.classPath());
    this.arena = new Arena(contestants(), options.runs(), options.output().resolve("runs"));
    this.report = new Report(options.output().resolve("duel.md"));
    this.runs = new RunsFile(options.output().resolve("runs.csv"));
  }

  /** Takes the {@link DuelOptions}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    DuelOptions options;
    try {
      options = DuelOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    new Duel(options).run();
  }

  private List<Contestant> contestants() {
    List<Contestant> contestants = new ArrayList<>();
    if (options.ablation()) {
      contestants.add(new EngineContestant("everything", classPaths, Set.of()));
      // What it differs by is chance.
      contestants.add(new EngineContestant("everything again", classPaths, Set.of()));
      for (Technique technique : techniquesInQuestion()) {
        String name = "without " + technique;
        contestants.add(new EngineContestant(name, classPaths, Set.of(technique)));
      }
    } else {
      contestants.add(new EngineContestant("ours", classPaths, options.without()));
      boolean builtIn = options.classPath().isEmpty();
      contestants.add(
          new JazzerContestant(classPaths, builtIn ? JazzerContestant.BUILT_IN_INCLUDES : ""));
    }
    return contestants;
  }

  private Set<Technique> techniquesInQuestion() {
    return options.without().isEmpty() ? EnumSet.allOf(Technique.class) : options.without();
  }

  private void run() throws IOException, InterruptedException {
    introduce();
    boolean hasGoals = !options.ablation();
    List<Target> planted = options.targetsOf(Part.PLANTED);
    if (!planted.isEmpty()) {
      new PlantedPart(arena, report, runs, hasGoals).run(planted, options.seconds());
    }
    Map<Target, Path> corpora = Map.of();
    List<Target> libraries = options.targetsOf(Part.LIBRARIES);
    if (!libraries.isEmpty()) {
      Referee referee = new Referee(classPaths);
      LibrariesPart part = new LibrariesPart(arena, referee, report, runs, hasGoals);
      List<Panel> panels = part.run(libraries, options.seconds());
      Files.writeString(options.output().resolve("duel.svg"), Plot.of(panels));
      corpora = part.corpora();
    }
    List<Target> speedTargets = options.targetsOf(Part.SPEED);
    // Without a technique it is not for its speed that the engine is looked at.
    if (!speedTargets.isEmpty() && !options.ablation()) {
      new SpeedPart(arena, report, runs).run(speedTargets, corpora);
    }
    System.out.println("Results are in " + options.output());
  }

  private void introduce() throws IOException {
    report.line("# Side by side");
    report.line("");
    report.line(
        "%s cores, %s %s, %s; runs of each fuzzer on each target, in turn: %s of %s seconds."
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                options.runs(),
                options.seconds()));
    if (!options.ablation()) {
      report.line("Against " + classPaths.jazzerVersion() + ".");
    }
    if (!options.ablation() && !options.without().isEmpty()) {
      report.line("Ours without " + options.without() + ".");
    }
  }
}
