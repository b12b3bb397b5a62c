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

  WearGauge(TargetThreads threads) {
    this.threads = threads;
    this.old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
            .filter(pool -> pool.getUsage().getMax() > 0)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
            .orElse(null);
    if (old != null) {
      old.setCollectionUsageThreshold((long) (old.getUsage().getMax() * MOST_MEMORY));
    }
  }

  Set<Wear> read() {
    Set<Wear> wear = EnumSet.noneOf(Wear.class);
    if (old != null && old.isCollectionUsageThresholdExceeded()) {
      wear.add(Wear.MEMORY);
    }
    if (threads.lingering() > MOST_THREADS) {
      wear.add(Wear.THREADS);
    }
    return wear;
  }
}
