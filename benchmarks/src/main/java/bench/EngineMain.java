// SPDX-License-Identifier: Apache-2.0
package bench;

import bench.targets.Empty;
import com.google.gson.JsonParser;
import io.github.mavenfuzz.coordinator.Budget;
import io.github.mavenfuzz.coordinator.CampaignResult;
import io.github.mavenfuzz.coordinator.Coordinator;
import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.CoordinatorOptions;
import io.github.mavenfuzz.coordinator.WorkerJvm;
import io.github.mavenfuzz.protocol.Technique;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stands for the Maven JVM: runs one campaign, with all that Maven itself costs left out. */
final class EngineMain {
  /** The property with the names of techniques to turn off. */
  static final String WITHOUT = "bench.without";

  private EngineMain() {}

  /** Takes the arguments of a {@link Contestants.Task}. */
  public static void main(String[] arguments) throws CoordinatorException {
    int seconds = Integer.parseInt(arguments[2]);
    long executions = Long.parseLong(arguments[3]);
    Path directory = Path.of(arguments[4]);
    WorkerJvm workers =
        new WorkerJvm(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Contestants.origin(Coordinator.class),
            List.of(),
            List.of(Contestants.origin(Empty.class), Contestants.origin(JsonParser.class)),
            Map.of("bench.classes", arguments[5]),
            Map.of(),
            directory,
            0);
    CoordinatorOptions options =
        new CoordinatorOptions(
            new TargetId(TargetId.Kind.STATIC, arguments[0], "fuzzerTestOneInput", "([B)V"),
            workers,
            directory.resolve("seeds"),
            directory.resolve("cache"),
            directory.resolve("reports"),
            new Budget(
                seconds > 0 ? Duration.ofSeconds(seconds) : null,
                executions > 0 ? executions : Budget.NO_LIMIT),
            new Budget(Duration.ofSeconds(60), Budget.NO_LIMIT),
            Integer.parseInt(arguments[1]),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Contestants.MAX_LENGTH,
            null,
            List.of(),
            List.of(),
            1,
            Set.of(),
            List.of(),
            directory,
            "",
            without());
    SampledLog log = new SampledLog(Duration.ofSeconds(seconds).dividedBy(2));
    CampaignResult result = new Coordinator(options, log).run();
    if (result.finding() != null) {
      throw new IllegalStateException("a target failed that never should");
    }
    System.out.printf(
        Locale.ROOT,
        "executions=%d nanos=%d late=%.1f%n",
        result.executions(),
        result.elapsed().toNanos(),
        log.nanosPerExecution());
  }

  private static Set<Technique> without() {
    String names = System.getProperty(WITHOUT, "");
    return names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(",", -1)).map(Technique::valueOf).collect(Collectors.toSet());
  }

  /** Prints, and tells the speed from the first line after a delay to the last line. */
  private static final class SampledLog extends PrintedLog {
    private static final Pattern EXECUTIONS = Pattern.compile("execs: (\\d+) ");

    private final long delayNanos;
    private long startNanos;
    private long firstNanos;
    private long firstExecutions = -1;
    private double nanosPerExecution;

    SampledLog(Duration delay) {
      delayNanos = delay.toNanos();
    }

    double nanosPerExecution() {
      return nanosPerExecution;
    }

    @Override
    public void info(String line) {
      super.info(line);
      Matcher matcher = EXECUTIONS.matcher(line);
      long now = System.nanoTime();
      if (startNanos == 0) {
        // The first line tells that the worker is ready.
        startNanos = now;
      }
      if (now - startNanos < delayNanos || !matcher.find()) {
        return;
      }
      long executions = Long.parseLong(matcher.group(1));
      if (firstExecutions < 0) {
        firstNanos = now;
        firstExecutions = executions;
      } else {
        nanosPerExecution = (double) (now - firstNanos) / (executions - firstExecutions);
      }
    }
  }
}
