// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import bench.PrintedLog;
import io.github.mavenfuzz.coordinator.Budget;
import io.github.mavenfuzz.coordinator.CampaignResult;
import io.github.mavenfuzz.coordinator.Coordinator;
import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.CoordinatorOptions;
import io.github.mavenfuzz.coordinator.RawCorpus;
import io.github.mavenfuzz.coordinator.WorkerJvm;
import io.github.mavenfuzz.protocol.Technique;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stands for the Maven JVM: runs one campaign, and leaves its inputs as other fuzzers do. */
final class CampaignMain {
  /** Where inputs are in the end, in a campaign's directory. */
  static final String EXPORTED = "exported";

  /** The last line: executions and nanoseconds. */
  static final Pattern RESULT = Pattern.compile("executions=(\\d+) nanos=(\\d+)");

  private static final int MANY_FINDINGS = 100_000;

  private CampaignMain() {}

  /**
   * Takes the target's class, seconds, whether to keep going, a directory of inputs to start from
   * or nothing, one to leave everything in, the targets' class path, and techniques that are not
   * used.
   */
  public static void main(String[] arguments) throws CoordinatorException {
    TargetId target =
        new TargetId(TargetId.Kind.STATIC, arguments[0], "fuzzerTestOneInput", "([B)V");
    Path directory = Path.of(arguments[4]);
    Path seeds = directory.resolve("seeds");
    Path cache = directory.resolve("cache");
    RawCorpus corpus = new RawCorpus(target, seeds, cache);
    if (!arguments[3].isEmpty()) {
      System.out.println("inputs to start from: " + corpus.importFrom(Path.of(arguments[3])));
    }
    CoordinatorOptions options =
        new CoordinatorOptions(
            target,
            worker(directory, arguments[5]),
            seeds,
            cache,
            directory.resolve("reports"),
            new Budget(Duration.ofSeconds(Long.parseLong(arguments[1])), Budget.NO_LIMIT),
            new Budget(Duration.ofSeconds(5), Budget.NO_LIMIT),
            1,
            Duration.ofMinutes(1),
            Duration.ofSeconds(Limits.TIMEOUT_SECONDS),
            Limits.MAX_LENGTH,
            null,
            List.of(),
            List.of(),
            Boolean.parseBoolean(arguments[2]) ? MANY_FINDINGS : 1,
            Set.of(),
            List.of(),
            directory,
            "",
            techniques(arguments[6]));
    CampaignResult result = new Coordinator(options, new PrintedLog()).run();
    var unused = corpus.exportTo(directory.resolve(EXPORTED));
    System.out.printf("executions=%d nanos=%d%n", result.executions(), result.elapsed().toNanos());
  }

  private static WorkerJvm worker(Path directory, String classPath) {
    return new WorkerJvm(
        Path.of(Java.executable()),
        ClassPaths.engine(),
        List.of(Limits.HEAP),
        ClassPaths.split(classPath).map(Path::of).toList(),
        Map.of(),
        Map.of(),
        directory,
        0);
  }

  private static Set<Technique> techniques(String names) {
    return names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(",", -1)).map(Technique::valueOf).collect(Collectors.toSet());
  }
}
