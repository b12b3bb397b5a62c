// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

/**
 * How much of a worker's time one kind of work may take that is slow: the more the better it pays,
 * in discoveries for its time, compared with all that the worker does. Time is in any unit:
 * nanoseconds, or executions where a run is to be repeatable. Not thread-safe.
 */
final class Share {

  /** What it gets while it pays as all does. */
  private static final double EVEN = 1.0 / 16;

  /** What it gets at least while all that the worker does has found nothing for long. */
  private static final double IDLE = 1.0 / 8;

  private static final double LEAST = 1.0 / 64;
  private static final double MOST = 1.0 / 4;

  private final double times;
  private final long first;
  private long taken;
  private long discoveries;
  private long begun;
  private long limit;

  /** Of all that the worker did: what was found, and when the last of it was. */
  private long found;

  private long foundAt;

  /**
   * With what it may take in any case, to begin with.
   *
   * @param times how much more it gets, in the end, than others
   */
  Share(long first, double times) {
    this.first = first;
    this.times = times;
  }

  /**
   * It begins, now.
   *
   * @param all how long the worker has worked, on whatever it was
   * @param allDiscoveries what came of that
   */
  void begin(long now, long all, long allDiscoveries) {
    if (allDiscoveries != found) {
      found = allDiscoveries;
      foundAt = all;
    }
    // Of the time until now.
    double before = (double) (taken + first) / (all + first);
    double worth = (discoveries / before + 1) / (allDiscoveries + 1);
    double part = Math.max(LEAST, Math.min(worth * EVEN, MOST));
    if (foundAt < all - all / 4) {
      part = Math.max(part, IDLE);
    }
    begun = now;
    limit = now + first + (long) (all * part * times) - taken;
  }

  /** Whether there is any left, now. */
  boolean isLeft(long now) {
    return now < limit;
  }

  /** It ends, now, with so many discoveries. */
  void end(long now, long more) {
    taken += now - begun;
    discoveries += more;
  }
}
