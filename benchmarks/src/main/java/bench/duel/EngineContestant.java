// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import io.github.mavenfuzz.protocol.Technique;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** This engine: a coordinator's JVM in the place of Maven's, and one worker. */
final class EngineContestant implements Contestant {
  private static final Pattern FOUND = Pattern.compile("^(?:fuzz: minimizing |--- FAIL)");

  private final String name;
  private final ClassPaths classPaths;
  private final Set<Technique> without;

  EngineContestant(String name, ClassPaths classPaths, Set<Technique> without) {
    this.name = name;
    this.classPaths = classPaths;
    this.without = without;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Outcome run(Assignment assignment, Path directory)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Java.executable(),
            "-cp",
            classPaths.all(),
            CampaignMain.class.getName(),
            assignment.target().className(),
            String.valueOf(assignment.seconds()),
            String.valueOf(assignment.keepGoing()),
            assignment.start() == null ? "" : assignment.start().toString(),
            directory.toString(),
            classPaths.targets(),
            without.stream().map(Technique::name).collect(Collectors.joining(",")));
    Output output = new Output();
    long startMillis = System.currentTimeMillis();
    Duration limit = Duration.ofSeconds(assignment.seconds()).plus(Limits.GRACE);
    TimedProcess.Ended ended =
        TimedProcess.run(directory, command, limit, directory.resolve("log.txt"), output);
    Path corpus = directory.resolve(CampaignMain.EXPORTED).resolve("corpus");
    return new Outcome(
        output.failure.seconds(),
        output.executions,
        output.fuzzingSeconds,
        ended.seconds(),
        startMillis,
        corpus,
        List.of(corpus, directory.resolve(CampaignMain.EXPORTED).resolve("findings")),
        trouble(ended, output));
  }

  private static String trouble(TimedProcess.Ended ended, Output output) {
    if (ended.killed()) {
      return ended.overstayed();
    }
    // Whatever the target does, it does to a worker: our own process ends well.
    return ended.exitCode() == 0 && output.executions >= 0
        ? ""
        : "ended with exit code " + ended.exitCode() + "; last line: " + output.failure.last();
  }

  /** Reads what {@link CampaignMain} prints. */
  private static final class Output implements TimedProcess.LineListener {
    private final PrintedFailure failure = new PrintedFailure(FOUND);
    private long executions = -1;
    private double fuzzingSeconds = Double.NaN;

    @Override
    public void line(double seconds, String line) {
      failure.line(seconds, line);
      Matcher result = CampaignMain.RESULT.matcher(line);
      if (result.matches()) {
        executions = Long.parseLong(result.group(1));
        fuzzingSeconds = Long.parseLong(result.group(2)) / 1e9;
      }
    }
  }
}
