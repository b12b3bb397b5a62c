// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.time.GoDuration;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts and times of a campaign, and the lines that tell of them: Go's, word for word. */
final class Statistics {
  private static final long LOG_PERIOD = TimeUnit.SECONDS.toNanos(3);

  private final ProgressLog log;
  private final LongSupplier nanoTime;
  private final LongSupplier executionsSoFar;
  private final int parallel;
  private long start;
  private long lastLine;
  private long executionsAtLastLine;
  private boolean begun;
  private int warmupTotal;
  private int warmedUp;
  private int interesting;
  private int others;

  /** How many failing inputs are being minimized. */
  private int minimizing;

  private String minimizingDetail = "";

  /**
   * Nothing is counted yet.
   *
   * @param executionsSoFar counts executions, also those of calls under way
   */
  Statistics(ProgressLog log, LongSupplier nanoTime, LongSupplier executionsSoFar, int parallel) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.executionsSoFar = executionsSoFar;
    this.parallel = parallel;
    this.start = nanoTime.getAsLong();
    this.lastLine = start;
  }

  /** How long the target has been being set up, or fuzzed. */
  Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }

  /** How long an execution takes on average, on one of the workers. */
  long nanosPerExecution() {
    return elapsed().toNanos() * parallel / Math.max(1, executionsSoFar.getAsLong());
  }

  /** Starts the clock: so many entries are to be run before anything is mutated. */
  void begin(int total) {
    start = nanoTime.getAsLong();
    lastLine = start;
    begun = true;
    warmupTotal = total;
    print();
  }

  /** So many of them have been run. */
  void warmedUp(int count) {
    boolean before = warmedUp < warmupTotal;
    warmedUp += count;
    if (before && warmedUp >= warmupTotal) {
      log.info(warmupLine() + ", now fuzzing with " + parallel + " workers");
      markLine();
    }
  }

  boolean isWarm() {
    return begun && warmedUp >= warmupTotal;
  }

  /** So many entries came from another campaign. */
  void addOthers(int count) {
    others += count;
  }

  void addInteresting() {
    interesting++;
  }

  int interesting() {
    return interesting;
  }

  /** A failing input is being minimized. */
  void beginMinimizing(int size) {
    minimizing++;
    log.info("fuzz: minimizing " + size + "-byte failing input file");
  }

  /** How far the minimization is. */
  void minimizedTo(int size, long executions) {
    minimizingDetail = ", " + size + " bytes after " + executions + " execs";
  }

  /** It is not any more. */
  void endMinimizing() {
    minimizing--;
    minimizingDetail = "";
  }

  /** Prints a line if the last was long enough ago. */
  void tick() {
    if (nanoTime.getAsLong() - lastLine >= LOG_PERIOD) {
      print();
    }
  }

  /** Prints where the campaign is. */
  void print() {
    if (!begun) {
      log.info("fuzz: elapsed: " + roundedElapsed() + ", setting up the target");
    } else if (!isWarm()) {
      log.info(warmupLine());
    } else if (minimizing > 0) {
      log.info("fuzz: elapsed: " + roundedElapsed() + ", minimizing" + minimizingDetail);
    } else {
      printFuzzing();
    }
    markLine();
  }

  /** Prints how much was done in all. */
  void printLast() {
    if (isWarm()) {
      printFuzzing();
    } else {
      log.info(warmupLine());
    }
  }

  private void printFuzzing() {
    long executions = executionsSoFar.getAsLong();
    double seconds = (nanoTime.getAsLong() - lastLine) / 1e9;
    double rate = seconds <= 0 ? 0 : (executions - executionsAtLastLine) / seconds;
    log.info(
        String.format(
            Locale.ROOT,
            "fuzz: elapsed: %s, execs: %d (%.0f/sec), new interesting: %d (total: %d)",
            roundedElapsed(),
            executions,
            rate,
            interesting,
            warmupTotal + others + interesting));
  }

  private String warmupLine() {
    return String.format(
        Locale.ROOT,
        "fuzz: elapsed: %s, gathering baseline coverage: %d/%d completed",
        roundedElapsed(),
        warmedUp,
        warmupTotal);
  }

  private void markLine() {
    lastLine = nanoTime.getAsLong();
    executionsAtLastLine = executionsSoFar.getAsLong();
  }

  private String roundedElapsed() {
    long seconds = Math.round(elapsed().toMillis() / 1000.0);
    return GoDuration.format(Duration.ofSeconds(seconds));
  }
}
