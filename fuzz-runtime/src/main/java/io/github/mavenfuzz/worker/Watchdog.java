// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.protocol.SharedMemory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the time, so that the thread which runs the target never has to ask for it: ends a call
 * when its time is over or the coordinator wants it back, and sounds the alarm when the counter of
 * executions stands still for too long.
 */
final class Watchdog extends Thread {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final SharedMemory memory;
  private final long timeoutNanos;
  private final Consumer<Thread> alarm;

  /** When the current call is to end, by nanoTime; meaningless while no call is under way. */
  private volatile long deadline;

  private volatile boolean limited;

  /** The thread that serves the current call; null while there is none. */
  private volatile @Nullable Thread caller;

  private volatile boolean stop;

  Watchdog(SharedMemory memory, Duration timeout, Consumer<Thread> alarm) {
    super("fuzz-watchdog");
    setDaemon(true);
    this.memory = memory;
    this.timeoutNanos = timeout.toNanos();
    this.alarm = alarm;
  }

  /** A call begins on this thread; with {@code millis} zero it may take any time. */
  void begin(long millis) {
    stop = false;
    limited = millis > 0;
    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    caller = Thread.currentThread();
  }

  /** The call is over. */
  void end() {
    caller = null;
  }

  /** Whether the call should end. Cheap: for the hot loop. */
  boolean stopped() {
    return stop;
  }

  @Override
  public void run() {
    long seen = -1;
    long since = System.nanoTime();
    while (true) {
      LockSupport.parkNanos(TICK_NANOS);
      long now = System.nanoTime();
      Thread current = caller;
      if (current == null) {
        seen = -1;
        since = now;
        continue;
      }
      if (memory.stop() || (limited && now - deadline >= 0)) {
        stop = true;
      }
      long executions = memory.executions();
      if (executions != seen) {
        seen = executions;
        since = now;
      } else if (now - since >= timeoutNanos) {
        alarm.accept(current);
        return;
      }
    }
  }
}
