// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.time.Duration;

/**
 * Who does what findings take, and at which pace: a spare worker, if the search goes on after the
 * first of them, so that one that searches stays warm and loses no time.
 */
final class SparePolicy {

  /** How long a spare worker is kept at least, where cores are few. */
  private static final Duration REST = Duration.ofSeconds(2);

  private final CoordinatorOptions options;
  private final Statistics statistics;

  /** When a spare worker was replaced for the last time. */
  private Duration renewed = Duration.ZERO;

  SparePolicy(CoordinatorOptions options, Statistics statistics) {
    this.options = options;
    this.statistics = statistics;
  }

  /** Whether there is to be one. Who does what when is then not repeatable. */
  boolean hasSpare() {
    return options.keepGoing() > 1 && options.seed() == null;
  }

  /** Whether the slot's worker is the one for findings. */
  boolean isFor(WorkerSlot slot) {
    return slot.isSpare() || !hasSpare();
  }

  /**
   * Whether the slot's worker may be replaced by now. Where no core is left beside those that
   * search, a spare worker and their compilers, each spare worker costs the search: what waits
   * meanwhile, one can do together.
   */
  boolean mayRenew(WorkerSlot slot) {
    return !slot.isSpare()
        || options.parallel() + 1 < Runtime.getRuntime().availableProcessors()
        || statistics.elapsed().compareTo(renewed.plus(REST)) >= 0;
  }

  /** Replaces the slot's worker. */
  void renew(WorkerSlot slot) {
    if (slot.isSpare()) {
      renewed = statistics.elapsed();
    }
    slot.restart();
  }
}
