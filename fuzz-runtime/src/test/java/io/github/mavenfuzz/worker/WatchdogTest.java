// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.worker.Watchdog.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchdogTest {
  private static final Patience LONG = new Patience("long", "fuzz.long", Duration.ofHours(1));
  private static final Patience SHORT = new Patience("short", "fuzz.short", Duration.ofMillis(20));

  private final BlockingQueue<Patience> alarms = new LinkedBlockingQueue<>();
  private SharedMemory memory;
  private Watchdog watchdog;

  /** How many executions end while they are looked at. */
  private volatile int ending;

  private final AtomicInteger looks = new AtomicInteger();

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    memory = SharedMemory.create(directory.resolve("memory"), 16);
    watchdog = new Watchdog(memory, this::look, (patience, seen) -> alarms.add(patience));
    watchdog.start();
  }

  private Standstill look(Thread thread) {
    if (looks.incrementAndGet() <= ending) {
      memory.setExecutions(looks.get());
    }
    return new Standstill(thread, Map.of(), List.of());
  }

  private void awaitStop() {
    while (!watchdog.stopped()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void call_isStoppedWhenItsTimeIsOver() {
    watchdog.begin(LONG, 10);
    awaitStop();
    watchdog.end();
    watchdog.begin(LONG, 0);
    assertThat(watchdog.stopped()).as("the next call is another").isFalse();
  }

  @Test
  void call_isStoppedWhenTheCoordinatorWantsItBack() {
    watchdog.begin(LONG, 0);
    memory.setStop(true);
    awaitStop();
    assertThat(alarms).isEmpty();
  }

  @Test
  void alarm_isForACallThatStandsStill() throws Exception {
    watchdog.begin(SHORT, 0);
    assertThat(alarms.take()).isEqualTo(SHORT);
  }

  @Test
  void alarm_isNotForOneThatCounts() {
    watchdog.begin(SHORT, 0);
    long end = System.nanoTime() + Duration.ofMillis(100).toNanos();
    for (long i = 0; System.nanoTime() < end; i++) {
      memory.setExecutions(i);
    }
    watchdog.end();
    assertThat(alarms).isEmpty();
  }

  @Test
  void alarm_isNotForOneThatEndsWhileItIsLookedAt() throws Exception {
    ending = 3;
    watchdog.begin(SHORT, 0);
    assertThat(alarms.take()).isEqualTo(SHORT);
    assertThat(looks).hasValue(4);
  }

  @Test
  void end_afterTheAlarmDoesNotReturn() throws Exception {
    Thread caller =
        new Thread(
            () -> {
              watchdog.begin(SHORT, 0);
              alarms.clear();
              while (alarms.isEmpty()) {
                Thread.onSpinWait();
              }
              watchdog.end();
              alarms.clear();
            });
    caller.setDaemon(true);
    caller.start();
    while (caller.getState() != Thread.State.WAITING) {
      assertThat(caller.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    assertThat(alarms).as("the alarm is the call's answer").hasSize(1);
  }
}
