// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has the inputs of a run replayed, with coverage that is neither contestant's, in a process. */
final class Referee {
  /** Inputs that take long are among those that are found. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final ClassPaths classPaths;

  Referee(ClassPaths classPaths) {
    this.classPaths = classPaths;
  }

  /** Judges a run on a target, over as many seconds. */
  Verdict judge(Target target, int seconds, Outcome outcome, Path directory)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(Java.executable(), Limits.HEAP, "-ea", "-XX:-OmitStackTraceInFastThrow", "-cp"));
    command.addAll(List.of(classPaths.all(), RefereeMain.class.getName(), target.className()));
    command.add(String.valueOf(outcome.startMillis()));
    command.add(String.valueOf(seconds));
    command.add(classPaths.targets());
    outcome.inputs().forEach(inputs -> command.add(inputs.toString()));
    Files.createDirectories(directory);
    Output output = new Output();
    TimedProcess.Ended ended =
        TimedProcess.run(directory, command, LIMIT, directory.resolve("referee.txt"), output);
    String trouble = "";
    if (ended.killed()) {
      trouble = "the referee " + ended.overstayed();
    } else if (ended.exitCode() != 0) {
      trouble = "the referee ended with " + ended.exitCode() + "; last line: " + output.last;
    }
    return new Verdict(output.steps, output.inputs, output.failures, trouble);
  }

  /** Reads what {@link RefereeMain} prints. */
  private static final class Output implements TimedProcess.LineListener {
    private static final Pattern LINE = Pattern.compile("(branches|inputs|failure)=(.*)");

    private final List<Integer> steps = new ArrayList<>();
    private final Set<String> failures = new TreeSet<>();
    private int inputs;
    private String last = "";

    @Override
    public void line(double seconds, String line) {
      last = line;
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        return;
      }
      String value = matcher.group(2);
      switch (matcher.group(1)) {
        case "branches" -> steps.add(Integer.valueOf(value));
        case "inputs" -> inputs = Integer.parseInt(value);
        default -> failures.add(value);
      }
    }
  }
}
