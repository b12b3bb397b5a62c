// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.interception;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The threads that a target starts. As soon as it has started any, its executions wait for those
 * that they started, so that what goes wrong on one is seen while its input is known.
 */
public final class TargetThreads {

  /** How long new threads are waited for at first; half as long each time it was in vain. */
  private static final long FIRST_PATIENCE_MILLIS = 128;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final ThreadGroup group;

  /** Threads that are waited for no more. */
  private final Set<Thread> known = Collections.newSetFromMap(new WeakHashMap<>());

  /** Threads that this JVM had started when they were waited for last. */
  private long settled;

  private long patience = FIRST_PATIENCE_MILLIS;
  private volatile boolean threaded;

  /**
   * Watches the threads of this thread's group, from now on: those that run already are not new.
   */
  public TargetThreads() {
    group = Thread.currentThread().getThreadGroup();
    known.addAll(live());
    settled = threads.getTotalStartedThreadCount();
  }

  /** Looks whether the target starts threads at all. From another thread, now and then. */
  public void look() {
    if (!threaded && threads.getTotalStartedThreadCount() != settled) {
      threaded = true;
    }
  }

  /** Waits for new threads, if the target starts any, but not for long. For the hot loop. */
  public void settle() {
    if (threaded && threads.getTotalStartedThreadCount() != settled && !settle(patience)) {
      patience = Math.max(1, patience / 2);
    }
  }

  /** Waits for new threads, as nothing else is to be run. */
  public void settleAtLast(long millis) {
    settle(millis);
  }

  private boolean settle(long millis) {
    settled = threads.getTotalStartedThreadCount();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    boolean ended = true;
    for (Thread thread : live()) {
      if (!known.contains(thread) && !join(thread, end)) {
        known.add(thread);
        ended = false;
      }
    }
    return ended;
  }

  private static boolean join(Thread thread, long end) {
    try {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    } catch (InterruptedException e) {
      // The target's own doing: nobody else interrupts this thread.
      return false;
    }
    return !thread.isAlive();
  }

  /** How many threads run that were not there at first. */
  public int lingering() {
    return threaded ? live().size() : 0;
  }

  private List<Thread> live() {
    Thread[] some = new Thread[group.activeCount() + 8];
    int count = group.enumerate(some, true);
    return new ArrayList<>(Arrays.asList(some).subList(0, count));
  }
}
