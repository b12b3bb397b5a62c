// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.function.LongPredicate;

/**
 * Finds a whole number closer to zero. Of two numbers as close as each other, the positive one is
 * the simpler.
 */
final class IntegerShrinker {
  // A person prefers any of these to the number that a search happens to arrive at.
  private static final int SMALL = 10;

  private final LongPredicate accepts;
  private long value;

  /** {@code accepts} is asked only about numbers that are simpler than the last accepted one. */
  IntegerShrinker(long value, LongPredicate accepts) {
    this.value = value;
    this.accepts = accepts;
  }

  /** One pass; returns the last accepted number. */
  long shrink() {
    if (value < 0 && value != Long.MIN_VALUE) {
      accept(-value);
    }
    small();
    search();
    fewerDigits();
    fewerBits();
    return value;
  }

  private void small() {
    int sign = Long.signum(value);
    for (int magnitude = 0; magnitude < SMALL; magnitude++) {
      if (accept((long) sign * magnitude)) {
        return;
      }
    }
  }

  /** The smallest accepted magnitude, provided that all above it are accepted too. */
  private void search() {
    int sign = Long.signum(value);
    // Negative numbers: their range has one more.
    long rejected = -(SMALL - 1);
    long best = -Math.abs(value);
    while (rejected - best > 1) {
      // Does not overflow: both are negative.
      long middle = best + (rejected - best) / 2;
      if (accept(sign > 0 ? -middle : middle)) {
        best = middle;
      } else {
        rejected = middle;
      }
    }
  }

  /** Zeros at the end, then at the beginning: 12345 as 12340, 12300, ... and as 2345, 345, ... */
  private void fewerDigits() {
    for (long power = 10; power <= magnitude() && power > 0; power *= 10) {
      accept(value - value % power);
      accept(value % power);
    }
    accept(value / 2);
  }

  private void fewerBits() {
    for (int bit = Long.SIZE - 2; bit >= 0; bit--) {
      // Towards zero for both signs: of a negative number's magnitude, not of its complement.
      if ((magnitude() & 1L << bit) != 0) {
        accept(value - Long.signum(value) * (1L << bit));
      }
    }
  }

  private long magnitude() {
    return value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value);
  }

  private boolean accept(long candidate) {
    if (!isSimpler(candidate) || !accepts.test(candidate)) {
      return false;
    }
    value = candidate;
    return true;
  }

  private boolean isSimpler(long candidate) {
    // Negative magnitudes: Long.MIN_VALUE has no other.
    int order = Long.compare(-Math.abs(candidate), -Math.abs(value));
    return order > 0 || (order == 0 && candidate > value);
  }
}
