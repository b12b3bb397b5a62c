// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much heap a worker gets by default. The JVM's own default is for one: some workers of a
 * quarter of the memory each are more than there is.
 */
public final class WorkerHeap {

  /** What the smallest machine has to have for each worker: most targets need far less. */
  private static final long LEAST = 256;

  /** What an input takes that is written and sent, as text, as JSON: at most 75 were measured. */
  private static final long BYTES_PER_BYTE = 96;

  /** Filling more takes longer than an execution may take: memory would never be what ends it. */
  private static final long MOST = 2 << 10;

  private WorkerHeap() {}

  /**
   * The largest heap in MiB: all workers together get a quarter of the memory.
   *
   * @param parallel how many workers there are
   * @param maxLength the largest input in bytes
   */
  public static int mebibytes(int parallel, int maxLength) {
    // Knows the limit of a container.
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return mebibytes(system.getTotalMemorySize(), parallel, maxLength);
  }

  static int mebibytes(long memory, int parallel, int maxLength) {
    long share = (memory >> 22) / parallel;
    long input = (maxLength * BYTES_PER_BYTE) >> 20;
    return (int) Math.min(MOST, Math.max(share, Math.max(LEAST, input)));
  }
}
