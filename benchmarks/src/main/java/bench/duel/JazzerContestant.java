// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jazzer, with the JVM flags that it recommends. */
final class JazzerContestant implements Contestant {
  /** What it instruments with the built-in targets: them and their libraries. */
  static final String BUILT_IN_INCLUDES =
      "bench.targets.**:com.google.json.**:org.json.**:org.jsoup.**:org.apache.**"
          + ":com.alibaba.**:org.yaml.**:com.fasterxml.**";

  private static final List<String> JVM =
      List.of(
          Limits.HEAP,
          "-ea",
          "-XX:-OmitStackTraceInFastThrow",
          "-XX:+UseParallelGC",
          "-Djdk.attach.allowAttachSelf=true");

  private final ClassPaths classPaths;
  private final String includes;

  /** With patterns of what to instrument; empty leaves it to Jazzer. */
  JazzerContestant(ClassPaths classPaths, String includes) {
    this.classPaths = classPaths;
    this.includes = includes;
  }

  @Override
  public String name() {
    return "Jazzer";
  }

  @Override
  public Outcome run(Assignment assignment, Path directory)
      throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(directory.resolve("corpus"));
    Path findings = Files.createDirectories(directory.resolve("findings"));
    if (assignment.start() != null) {
      copy(assignment.start(), corpus);
    }
    Output output = new Output();
    Path kept = directory.resolve("kept");
    long startMillis = System.currentTimeMillis();
    Duration limit = Duration.ofSeconds(assignment.seconds()).plus(Limits.GRACE);
    CorpusWatch watch = CorpusWatch.start(corpus, kept);
    TimedProcess.Ended ended =
        TimedProcess.run(
            directory,
            command(assignment, corpus, findings),
            limit,
            directory.resolve("log.txt"),
            output);
    watch.end();
    return new Outcome(
        foundSeconds(assignment, ended, output),
        output.executions,
        Double.isNaN(output.fuzzingSeconds) ? ended.seconds() : output.fuzzingSeconds,
        ended.seconds(),
        startMillis,
        corpus,
        List.of(kept, findings),
        trouble(assignment, ended, output));
  }

  private List<String> command(Assignment assignment, Path corpus, Path findings) {
    List<String> command = new ArrayList<>();
    command.add(Java.executable());
    command.addAll(JVM);
    command.addAll(List.of("-cp", classPaths.jazzer(), "com.code_intelligence.jazzer.Jazzer"));
    command.add("--target_class=" + assignment.target().className());
    if (!includes.isEmpty()) {
      command.add("--instrumentation_includes=" + includes);
    }
    if (assignment.keepGoing()) {
      command.add("--keep_going=0");
    }
    command.add("-seed=" + assignment.number());
    command.add("-max_total_time=" + assignment.seconds());
    command.add("-max_len=" + Limits.MAX_LENGTH);
    command.add("-timeout=" + Limits.TIMEOUT_SECONDS);
    command.add("-print_final_stats=1");
    command.add("-artifact_prefix=" + findings + "/");
    command.add(corpus.toString());
    return command;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
      for (Path file : files) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static double foundSeconds(
      Assignment assignment, TimedProcess.Ended ended, Output output) {
    boolean diedEarly =
        ended.exitCode() != 0 && !ended.killed() && ended.seconds() < assignment.seconds();
    return diedEarly
        ? Math.min(output.failure.seconds(), ended.seconds())
        : output.failure.seconds();
  }

  private static String trouble(Assignment assignment, TimedProcess.Ended ended, Output output) {
    if (ended.killed()) {
      return ended.overstayed();
    }
    if (output.executions < 0) {
      return "ended with exit code " + ended.exitCode() + "; last line: " + output.failure.last();
    }
    return assignment.keepGoing() && ended.seconds() < assignment.seconds()
        ? String.format(
            Locale.ROOT,
            "ended by itself after %.0f of %d s: %s",
            ended.seconds(),
            assignment.seconds(),
            output.error)
        : "";
  }

  /** Reads what Jazzer and libFuzzer print. */
  private static final class Output implements TimedProcess.LineListener {
    private static final Pattern FOUND =
        Pattern.compile("== Java Exception|ERROR: libFuzzer|== libFuzzer crashing input");
    private static final Pattern EXECUTIONS =
        Pattern.compile("^(?:stat::number_of_executed_units: |#)(\\d+)\\b");
    private static final Pattern DONE = Pattern.compile("^Done \\d+ runs in (\\d+) second");

    private final PrintedFailure failure = new PrintedFailure(FOUND);
    private long executions = -1;
    private double fuzzingSeconds = Double.NaN;
    private String error = "no error told";

    @Override
    public void line(double seconds, String line) {
      failure.line(seconds, line);
      if (line.contains("ERROR: libFuzzer")) {
        error = line;
      }
      Matcher executed = EXECUTIONS.matcher(line);
      if (executed.find()) {
        executions = Long.parseLong(executed.group(1));
      }
      Matcher done = DONE.matcher(line);
      if (done.find()) {
        fuzzingSeconds = Math.max(1, Long.parseLong(done.group(1)));
      }
    }
  }
}
