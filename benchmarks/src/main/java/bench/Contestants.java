// SPDX-License-Identifier: Apache-2.0
package bench;

import com.google.gson.JsonParser;
import io.github.mavenfuzz.coordinator.Coordinator;
import io.github.mavenfuzz.protocol.Technique;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who runs the targets: each run is a process of its own. */
final class Contestants {

  /**
   * What the engine and the bare loop run.
   *
   * @param target a class of {@link bench.targets}
   * @param parallel workers
   * @param seconds how long; 0 means until {@code executions}
   * @param executions how often; 0 means for {@code seconds}
   * @param directory where seeds/ and cache/ are
   * @param classes what {@link bench.targets.ManyClasses} loads
   */
  record Task(
      Class<?> target, int parallel, int seconds, long executions, Path directory, int classes) {
    List<String> arguments() {
      return List.of(
          target.getName(),
          String.valueOf(parallel),
          String.valueOf(seconds),
          String.valueOf(executions),
          directory.toString(),
          String.valueOf(classes));
    }
  }

  /** Of every input, for every contestant. */
  static final int MAX_LENGTH = 64;

  /** As a worker has them, so that only what the engine does differs. */
  private static final List<String> WORKER_ARGUMENTS =
      List.of("-ea", "-XX:-OmitStackTraceInFastThrow", "-XX:+UseSerialGC", "-Xms200m");

  /** As Jazzer's own launcher has them. */
  private static final List<String> JAZZER_ARGUMENTS =
      List.of(
          "-Xmx1800m",
          "-XX:-OmitStackTraceInFastThrow",
          "-XX:+UseParallelGC",
          "-Djdk.attach.allowAttachSelf=true");

  private static final Pattern RESULT =
      Pattern.compile("executions=(\\d+) nanos=(\\d+)(?: late=(\\S+))?");
  private static final Pattern JAZZER_RESULT = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  private final Path work;

  Contestants(Path work) {
    this.work = work;
  }

  /** This engine: a coordinator's JVM and its workers. */
  Run engine(Task task) throws IOException, InterruptedException {
    return ours(List.of(), EngineMain.class, task);
  }

  /** The same with nothing that makes other mutations than {@link #bare} does. */
  Run plainEngine(Task task) throws IOException, InterruptedException {
    return engineWithout(EnumSet.complementOf(EnumSet.of(Technique.HOOKS)), task);
  }

  /** The same without the hooks that nobody listens to there. */
  Run unhookedEngine(Task task) throws IOException, InterruptedException {
    return engineWithout(EnumSet.allOf(Technique.class), task);
  }

  private Run engineWithout(Set<Technique> techniques, Task task)
      throws IOException, InterruptedException {
    String names = techniques.stream().map(Technique::name).collect(Collectors.joining(","));
    return ours(List.of("-D" + EngineMain.WITHOUT + "=" + names), EngineMain.class, task);
  }

  /** The same mutations, and the target called as it is. */
  Run bare(Task task) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(WORKER_ARGUMENTS);
    arguments.add("-Dbench.target=" + task.target().getName());
    return ours(arguments, BareMain.class, task);
  }

  private Run ours(List<String> jvmArguments, Class<?> main, Task task)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", classPath(Coordinator.class, Contestants.class)));
    command.add(main.getName());
    command.addAll(task.arguments());
    MeasuredProcess.Ended ended = MeasuredProcess.run(work, command);
    Matcher result = find(RESULT, ended);
    return new Run(
        Long.parseLong(result.group(1)),
        Long.parseLong(result.group(2)) / 1e9,
        result.group(3) == null ? Double.NaN : Double.parseDouble(result.group(3)),
        ended.usage());
  }

  /** Jazzer with an empty corpus; {@code seconds} and {@code executions} as in a {@link Task}. */
  Run jazzer(Class<?> target, int seconds, long executions)
      throws IOException, InterruptedException {
    Path corpus = Files.createTempDirectory(work, "jazzer");
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(JAZZER_ARGUMENTS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.getName());
    command.add("--instrumentation_includes=bench.targets.**:com.google.gson.**");
    command.add("-max_len=" + MAX_LENGTH);
    command.add("-print_final_stats=1");
    command.add("-artifact_prefix=" + corpus + "/");
    if (seconds > 0) {
      command.add("-max_total_time=" + seconds);
    }
    if (executions > 0) {
      command.add("-runs=" + executions);
    }
    command.add(corpus.toString());
    MeasuredProcess.Ended ended = MeasuredProcess.run(work, command);
    Matcher result = find(JAZZER_RESULT, ended);
    return new Run(
        Long.parseLong(result.group(1)),
        Math.max(1, Long.parseLong(result.group(2))),
        Double.NaN,
        ended.usage());
  }

  private static Matcher find(Pattern pattern, MeasuredProcess.Ended ended) {
    Matcher matcher = pattern.matcher(ended.output());
    if (ended.exitCode() != 0 || !matcher.find()) {
      throw new IllegalStateException("exit " + ended.exitCode() + ":\n" + ended.output());
    }
    return matcher;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The jars or directories of gson and of these classes. */
  static String classPath(Class<?>... classes) {
    List<String> path = new ArrayList<>();
    for (Class<?> type : classes) {
      path.add(origin(type).toString());
    }
    path.add(origin(JsonParser.class).toString());
    return String.join(File.pathSeparator, path);
  }

  static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
