// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.interception.TargetThreads;
import io.github.mavenfuzz.protocol.Wear;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what the target has used up in this JVM. */
final class WearGauge {

  /** A worker is worn if more than this is still in use after a collection. */
  private static final double MOST_MEMORY = 0.75;

  /** Pools of threads are common; hundreds that wait for nothing are not. */
  private static final int MOST_THREADS = 200;

  private final TargetThreads threads;

  /** Where objects grow old; null if this JVM's collector does not tell. */
  private final @Nullable MemoryPoolMXBean old;

  private final long mostInUse;

  WearGauge(TargetThreads threads) {
    this.threads = threads;
    this.old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(pool -> pool.getCollectionUsage() != null)
            .filter(pool -> pool.getUsage().getMax() > 0)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
            .orElse(null);
    this.mostInUse = old == null ? 0 : (long) (old.getUsage().getMax() * MOST_MEMORY);
  }

  /** Whether it is worth finding out, as soon as nothing is being executed. */
  boolean isSuspicious() {
    return isFull() || hasManyThreads();
  }

  /** What is used up for good. To be asked between executions. */
  Set<Wear> settled() {
    Set<Wear> wear = EnumSet.noneOf(Wear.class);
    if (isFull() && isFullOfWhatIsKept()) {
      wear.add(Wear.MEMORY);
    }
    if (hasManyThreads()) {
      wear.add(Wear.THREADS);
    }
    return wear;
  }

  private boolean hasManyThreads() {
    return threads.lingering() > MOST_THREADS;
  }

  /** As the last collection has left it. */
  private boolean isFull() {
    // The pool's own comparison with a threshold is late: it waits for a thread of the JVM.
    return old != null && old.getCollectionUsage().getUsed() > mostInUse;
  }

  /** The last collection may have been in the middle of an execution that had much in hand. */
  private boolean isFullOfWhatIsKept() {
    System.gc();
    return isFull();
  }
}
