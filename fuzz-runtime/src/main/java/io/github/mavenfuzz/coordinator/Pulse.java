// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The signs of life of a worker that has something to do. A worker watches its own executions; this
 * finds those that cannot: stopped from outside, or stuck where no thread of theirs gets a turn.
 * Belongs to the coordinator's thread.
 */
final class Pulse {
  private final Duration longest;
  private final LongSupplier executions;
  private long seen;
  private long since;

  /**
   * Begins to watch.
   *
   * @param longest how long the worker may give no sign of life
   * @param executions the worker's counter, whose changes are the signs
   */
  Pulse(Duration longest, LongSupplier executions, long now) {
    this.longest = longest;
    this.executions = executions;
    this.seen = executions.getAsLong();
    this.since = now;
  }

  /** How long there has been no sign until that {@link System#nanoTime}. */
  Duration silence(long now) {
    long current = executions.getAsLong();
    if (current != seen) {
      seen = current;
      since = now;
    }
    return Duration.ofNanos(now - since);
  }

  /** Which execution is under way. */
  long execution() {
    return seen;
  }

  Duration longest() {
    return longest;
  }
}
