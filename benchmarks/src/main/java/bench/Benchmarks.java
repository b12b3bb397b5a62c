// SPDX-License-Identifier: Apache-2.0
package bench;

import bench.Contestants.Task;
import bench.targets.ByteLoop;
import bench.targets.Empty;
import bench.targets.GsonParser;
import bench.targets.ManyClasses;
import bench.targets.NestedIfs;
import bench.targets.Printing;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures what the project promises, a row each; README.md says how and why. Contestants run in
 * turn, so that what else the machine does hits all of them alike.
 */
final class Benchmarks {
  private static final double NONE = Double.NaN;
  private static final int FEW_CLASSES = 10;
  private static final int MANY_CLASSES = 5000;
  private static final int CACHE_ENTRIES = 20_000;

  /** What to run a contestant is. */
  private interface Contestant {
    Run run() throws IOException, InterruptedException;
  }

  private final Options options;
  private final Path work;
  private final Contestants contestants;
  private final Table table = new Table();

  private Benchmarks(Options options, Path work) {
    this.options = options;
    this.work = work;
    this.contestants = new Contestants(work);
  }

  /** Takes the {@link Options}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.parse(arguments);
    Path work = Files.createTempDirectory("bench");
    try {
      new Benchmarks(options, work).run();
    } finally {
      try (Stream<Path> files = Files.walk(work)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    for (int row : options.rows()) {
      switch (row) {
        case 1 -> againstJazzer();
        case 2 -> againstTheBareCall();
        case 3 -> twoWorkers();
        case 4 -> mavenStart();
        case 5 -> resident();
        case 6 -> manyClasses();
        case 7 -> largeCache();
        case 8 -> printing();
        default -> unheardHooks();
      }
    }
  }

  private void againstJazzer() throws IOException, InterruptedException {
    for (Class<?> target : List.of(Empty.class, ByteLoop.class, NestedIfs.class)) {
      boolean hasGoal = target != NestedIfs.class;
      List<List<Run>> starts = inTurn(() -> engine(target, 0, 1), () -> jazzer(target, 0, 1));
      List<List<Run>> runs =
          inTurn(
              () -> engine(target, options.seconds(), 0),
              () -> jazzer(target, options.seconds(), 0));
      String name = target.getSimpleName() + ", executions per CPU second";
      compare(name, hasGoal, runs, Run::perCpuSecond, Run::perCpuSecond);
      double ourStart = median(starts.get(0), run -> run.process().cpuSeconds());
      double theirStart = median(starts.get(1), run -> run.process().cpuSeconds());
      compare(
          name + ", no start",
          hasGoal,
          runs,
          run -> run.executions() / (run.process().cpuSeconds() - ourStart),
          run -> run.executions() / (run.process().cpuSeconds() - theirStart));
      table.note(
          1,
          target.getSimpleName() + ", CPU seconds to start",
          ourStart,
          theirStart,
          theirStart / ourStart);
    }
  }

  private void compare(
      String what,
      boolean hasGoal,
      List<List<Run>> runs,
      ToDoubleFunction<Run> ourFigure,
      ToDoubleFunction<Run> theirFigure) {
    double ours = median(runs.get(0), ourFigure);
    double theirs = median(runs.get(1), theirFigure);
    if (hasGoal) {
      table.atLeast(1, what, ours, theirs, ours / theirs, 5);
    } else {
      table.note(1, what, ours, theirs, ours / theirs);
    }
  }

  private void againstTheBareCall() throws IOException, InterruptedException {
    Task task = explored(GsonParser.class);
    List<List<Run>> runs =
        inTurn(() -> contestants.plainEngine(task), () -> contestants.bare(task));
    double ours = median(runs.get(0), Run::perSecond);
    double bare = median(runs.get(1), Run::perSecond);
    table.atLeast(
        2, "GsonParser, executions/s against the bare call", ours, bare, ours / bare, 0.65);
  }

  /** All contestants mutate the same entries: those that an earlier campaign has found. */
  private Task explored(Class<?> target) throws IOException, InterruptedException {
    Task task = new Task(target, 1, options.seconds(), 0, directory(), FEW_CLASSES);
    contestants.plainEngine(task);
    return task;
  }

  private void twoWorkers() throws IOException, InterruptedException {
    double free = FreeCores.now();
    if (free < 1.8) {
      table.skipped(3, "two workers need two free cores");
      return;
    }
    List<List<Run>> runs = inTurn(() -> byteLoop(2), () -> byteLoop(1));
    double two = median(runs.get(0), Run::perSecond);
    double one = median(runs.get(1), Run::perSecond);
    table.atLeast(3, "ByteLoop, executions/s, two workers against one", two, one, two / one, 1.8);
  }

  private Run byteLoop(int workers) throws IOException, InterruptedException {
    return contestants.engine(
        new Task(ByteLoop.class, workers, options.seconds(), 0, directory(), FEW_CLASSES));
  }

  private void mavenStart() throws IOException, InterruptedException {
    MavenProject project = MavenProject.create(work);
    String[] fuzz = {"fuzz:run", "-Dfuzz.count=1"};
    MeasuredProcess.Ended first = project.run(fuzz);
    if (first.exitCode() != 0) {
      System.out.println(first.output());
      table.skipped(4, "fuzz:run failed, see above; is it installed?");
      return;
    }
    List<List<Run>> runs =
        inTurn(
            () -> new Run(1, 1, NONE, project.run(fuzz).usage()),
            () -> new Run(1, 1, NONE, project.run("validate").usage()));
    double ours = median(runs.get(0), run -> run.process().wallSeconds());
    double validate = median(runs.get(1), run -> run.process().wallSeconds());
    table.atMost(4, "mvn fuzz:run beyond mvn validate, s", ours, validate, ours - validate, 2);
  }

  private void resident() throws IOException, InterruptedException {
    List<List<Run>> runs = inTurn(() -> byteLoop(1));
    double peak = median(runs.get(0), run -> run.process().peakMegabytes());
    table.atMost(5, "ByteLoop, resident memory of a worker, MB", peak, NONE, peak, 250);
  }

  private void manyClasses() throws IOException, InterruptedException {
    List<List<Run>> runs = inTurn(() -> manyClasses(MANY_CLASSES), () -> manyClasses(FEW_CLASSES));
    double many = median(runs.get(0), Run::lateNanos);
    double few = median(runs.get(1), Run::lateNanos);
    table.atMost(6, "5,000 classes against 10, ns per execution", many, few, many - few, 1000);
  }

  private Run manyClasses(int classes) throws IOException, InterruptedException {
    return contestants.engine(
        new Task(ManyClasses.class, 1, options.seconds(), 0, directory(), classes));
  }

  private void largeCache() throws IOException, InterruptedException {
    Path directory = directory();
    CorpusDirectory cache = new CorpusDirectory(directory.resolve("cache"));
    Signature signature = Signature.ofDescriptor("([B)V");
    Random random = new Random(1);
    for (int i = 0; i < CACHE_ENTRIES; i++) {
      byte[] entry = new byte[8 + random.nextInt(Contestants.MAX_LENGTH - 8)];
      random.nextBytes(entry);
      cache.write(CorpusFile.format(List.of(entry), signature));
    }
    Task task = new Task(ByteLoop.class, 1, 0, CACHE_ENTRIES + 1, directory, FEW_CLASSES);
    List<List<Run>> runs = inTurn(() -> contestants.engine(task));
    double start = median(runs.get(0), run -> run.process().wallSeconds());
    table.atMost(7, "20,000 cache entries, s to the next execution", start, NONE, start, 10);
  }

  private void printing() throws IOException, InterruptedException {
    List<List<Run>> runs =
        inTurn(
            () -> engine(Printing.class, options.seconds(), 0),
            () -> engine(Empty.class, options.seconds(), 0));
    double printing = median(runs.get(0), Run::perSecond);
    double silent = median(runs.get(1), Run::perSecond);
    table.atLeast(
        8,
        "a line printed per execution against none, executions/s",
        printing,
        silent,
        printing / silent,
        0.5);
  }

  private void unheardHooks() throws IOException, InterruptedException {
    for (Class<?> target : List.of(GsonParser.class, ByteLoop.class)) {
      Task task = explored(target);
      List<List<Run>> runs =
          inTurn(() -> contestants.plainEngine(task), () -> contestants.unhookedEngine(task));
      double hooked = median(runs.get(0), Run::perSecond);
      double unhooked = median(runs.get(1), Run::perSecond);
      String what = target.getSimpleName() + ", hooks against none, executions/s";
      table.atLeast(9, what, hooked, unhooked, hooked / unhooked, 0.97);
    }
  }

  private Run engine(Class<?> target, int seconds, long executions)
      throws IOException, InterruptedException {
    return contestants.engine(new Task(target, 1, seconds, executions, directory(), FEW_CLASSES));
  }

  private Run jazzer(Class<?> target, int seconds, long executions)
      throws IOException, InterruptedException {
    return contestants.jazzer(target, seconds, executions);
  }

  private Path directory() throws IOException {
    return Files.createTempDirectory(work, "campaign");
  }

  /** Runs the first, the second, the first, the second... */
  private List<List<Run>> inTurn(Contestant... some) throws IOException, InterruptedException {
    List<List<Run>> runs = new ArrayList<>();
    Arrays.stream(some).forEach(each -> runs.add(new ArrayList<>()));
    for (int i = 0; i < options.runs(); i++) {
      for (int j = 0; j < some.length; j++) {
        runs.get(j).add(some[j].run());
      }
    }
    return runs;
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
