// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.interception.TargetThreads;
import io.github.mavenfuzz.protocol.SharedMemory;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the time, so that the thread which runs the target never has to ask for it: ends a call
 * when its time is over or the coordinator wants it back, and sounds the alarm when the counter of
 * executions stands still for too long.
 */
final class Watchdog extends UninterruptibleThread {

  /**
   * How long the counter may stand still.
   *
   * @param name what takes that long, for the user
   * @param parameter what the user sets it with
   */
  record Patience(String name, String parameter, Duration most) {}

  /** One call of the coordinator, under way on one thread. */
  private static final class Watch {
    private final Thread thread = Thread.currentThread();
    private final Patience patience;
    private final boolean limited;
    private final long deadline;
    private volatile boolean stop;

    // The watchdog's own.
    private long seen = -1;
    private long since = System.nanoTime();
    private long loading;

    Watch(Patience patience, long millis) {
      this.patience = patience;
      this.limited = millis > 0;
      this.deadline = since + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Looks at the call; true if it stands still for too long. */
    boolean isOverdue(SharedMemory memory, long now, long gap, boolean loads) {
      if (memory.stop() || (limited && now - deadline >= 0)) {
        stop = true;
      }
      long most = patience.most().toNanos();
      long executions = memory.executions();
      if (executions != seen) {
        seen = executions;
        since = now;
        loading = 0;
      } else if (loads && loading < most) {
        // Classes are loaded, and get their probes, once: not this input's doing, unless for ever.
        loading += gap;
        since += gap;
      } else if (gap > Math.max(PAUSE_NANOS, most / 2)) {
        // The whole JVM stood still, as somebody stopped it: that is not the input's doing.
        since += gap;
      }
      return now - since >= most;
    }

    /** Whether nothing has been counted since this was last looked at. */
    boolean standsStill(SharedMemory memory) {
      return memory.executions() == seen;
    }
  }

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** A JVM that runs may still be late by this much. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
  private final SharedMemory memory;
  private final Function<Thread, Standstill> look;
  private final BiConsumer<Patience, Standstill> alarm;
  private final AtomicReference<@Nullable Watch> current = new AtomicReference<>();

  private long loaded;

  /** The same, for the thread that makes the calls. */
  private @Nullable Watch own;

  private volatile @Nullable TargetThreads threads;
  private volatile @Nullable WearGauge gauge;

  /**
   * One that has nothing to watch yet.
   *
   * @param look how to see what a thread that stands still is doing
   * @param alarm told of the first call that stands still for too long, which then has no end
   */
  Watchdog(
      SharedMemory memory,
      Function<Thread, Standstill> look,
      BiConsumer<Patience, Standstill> alarm) {
    super(null, "fuzz-watchdog");
    this.memory = memory;
    this.look = look;
    this.alarm = alarm;
  }

  /** Has an eye on whether the target starts threads, and on what it uses up. */
  void lookAt(TargetThreads threads) {
    this.gauge = new WearGauge(threads);
    this.threads = threads;
  }

  /** A call begins on this thread; with {@code millis} zero it may take any time. */
  void begin(Patience patience, long millis) {
    own = new Watch(patience, millis);
    current.set(own);
  }

  /** The call is over. Does not return if it came too late: then the alarm is its answer. */
  void end() {
    if (own != null && !current.compareAndSet(own, null)) {
      while (true) {
        LockSupport.park();
      }
    }
    own = null;
    WearGauge wear = gauge;
    if (wear != null) {
      memory.setWear(wear.settled());
    }
  }

  /** Whether the call should end. Cheap: for the hot loop, on the thread that makes the call. */
  boolean stopped() {
    Watch watch = own;
    return watch != null && watch.stop;
  }

  @Override
  public void run() {
    long last = System.nanoTime();
    while (true) {
      LockSupport.parkNanos(TICK_NANOS);
      long now = System.nanoTime();
      long gap = now - last;
      last = now;
      boolean loading = isLoading();
      Watch watch = current.get();
      if (watch != null && watch.isOverdue(memory, now, gap, loading)) {
        Standstill standstill = look.apply(watch.thread);
        // What ends while it is looked at was slow, and its input may be overwritten by the next.
        if (watch.standsStill(memory) && current.compareAndSet(watch, null)) {
          alarm.accept(watch.patience, standstill);
          return;
        }
      }
      try {
        look(watch);
      } catch (OutOfMemoryError e) {
        // The target has it all, for now: whoever keeps the time does not leave for that.
      }
    }
  }

  /** Whether any class was loaded since this was asked last. */
  private boolean isLoading() {
    long before = loaded;
    loaded = classes.getTotalLoadedClassCount();
    return loaded != before;
  }

  /** Looks at what the target does to this JVM; a call under way need not go on with the rest. */
  private void look(@Nullable Watch watch) {
    TargetThreads started = threads;
    if (started != null) {
      started.look();
    }
    WearGauge wear = gauge;
    if (wear != null && watch != null && wear.isSuspicious()) {
      watch.stop = true;
    }
  }
}
