// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lines are Go's, word for word. */
class StatisticsTest {
  private final RecordingLog log = new RecordingLog();
  private long nanoTime = Long.MAX_VALUE - 1;
  private long executions;
  private final Statistics statistics = new Statistics(log, () -> nanoTime, () -> executions, 4);

  private void pass(Duration time) {
    nanoTime += time.toNanos();
  }

  private String lastLine() {
    return log.lines().get(log.lines().size() - 1);
  }

  @Test
  void begin_startsTheClock() {
    pass(Duration.ofMinutes(5));
    statistics.begin(3);
    assertThat(log.lines())
        .containsExactly("I fuzz: elapsed: 0s, gathering baseline coverage: 0/3 completed");
    assertThat(statistics.elapsed()).isZero();
    assertThat(statistics.isWarm()).isFalse();
  }

  @Test
  void executions_takeSoLongOnOneWorker() {
    statistics.begin(1);
    assertThat(statistics.nanosPerExecution()).isZero();
    pass(Duration.ofSeconds(3));
    executions = 1_000;
    assertThat(statistics.nanosPerExecution()).isEqualTo(12_000_000);
  }

  @Test
  void warmedUp_isToldWhenAllAre() {
    statistics.begin(3);
    statistics.warmedUp(1);
    pass(Duration.ofMillis(3_400));
    statistics.tick();
    assertThat(lastLine())
        .isEqualTo("I fuzz: elapsed: 3s, gathering baseline coverage: 1/3 completed");
    statistics.warmedUp(2);
    assertThat(lastLine())
        .isEqualTo(
            "I fuzz: elapsed: 3s, gathering baseline coverage: 3/3 completed, now fuzzing with 4"
                + " workers");
    assertThat(statistics.isWarm()).isTrue();
    statistics.warmedUp(1);
    assertThat(log.lines()).hasSize(3);
  }

  @Test
  void tick_printsEveryThreeSeconds() {
    warm();
    pass(Duration.ofMillis(2_999));
    statistics.tick();
    assertThat(log.lines()).hasSize(2);
    pass(Duration.ofMillis(1));
    executions = 3_001;
    statistics.addInteresting();
    statistics.tick();
    assertThat(lastLine())
        .isEqualTo("I fuzz: elapsed: 3s, execs: 3001 (1000/sec), new interesting: 1 (total: 3)");
    statistics.tick();
    assertThat(log.lines()).hasSize(3);
    pass(Duration.ofSeconds(60));
    executions = 3_001;
    statistics.tick();
    assertThat(lastLine())
        .isEqualTo("I fuzz: elapsed: 1m3s, execs: 3001 (0/sec), new interesting: 1 (total: 3)");
    assertThat(statistics.interesting()).isEqualTo(1);
  }

  private void warm() {
    statistics.begin(2);
    statistics.warmedUp(2);
  }

  @Test
  void printLast_printsAtOnce() {
    warm();
    executions = 1_000_000_000_000L;
    pass(Duration.ofMillis(500));
    statistics.printLast();
    assertThat(lastLine())
        .isEqualTo(
            "I fuzz: elapsed: 1s, execs: 1000000000000 (2000000000000/sec), new interesting: 0"
                + " (total: 2)");
  }

  @Test
  void printLast_withoutAnyTimeHasNoRate() {
    warm();
    executions = 7;
    statistics.printLast();
    assertThat(lastLine())
        .isEqualTo("I fuzz: elapsed: 0s, execs: 7 (0/sec), new interesting: 0 (total: 2)");
  }

  @Test
  void printLast_whileWarmingUpTellsHowFar() {
    statistics.begin(2);
    statistics.warmedUp(1);
    statistics.printLast();
    assertThat(lastLine())
        .isEqualTo("I fuzz: elapsed: 0s, gathering baseline coverage: 1/2 completed");
  }

  @Test
  void minimizing_isToldWithItsProgress() {
    warm();
    statistics.beginMinimizing(50);
    assertThat(lastLine()).isEqualTo("I fuzz: minimizing 50-byte failing input file");
    pass(Duration.ofSeconds(3));
    statistics.tick();
    assertThat(lastLine()).isEqualTo("I fuzz: elapsed: 3s, minimizing");
    statistics.minimizedTo(20, 123);
    pass(Duration.ofSeconds(3));
    statistics.tick();
    assertThat(lastLine()).isEqualTo("I fuzz: elapsed: 6s, minimizing, 20 bytes after 123 execs");
  }
}
