// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import org.jspecify.annotations.Nullable;

/** How unlike two sequences are that hooks have logged. */
final class Difference {

  /** What is longer is seldom what an input has to be. */
  private static final int LONGEST = 256;

  private Difference() {}

  /**
   * In how many places texts, or arrays of a kind, differ; what one is longer by differs. Negative
   * if that says nothing of them.
   */
  static int between(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String some && right instanceof String others) {
      return places(some.length(), others.length(), i -> some.charAt(i) == others.charAt(i));
    }
    if (left instanceof byte[] some && right instanceof byte[] others) {
      return places(some.length, others.length, i -> some[i] == others[i]);
    }
    if (left instanceof int[] some && right instanceof int[] others) {
      return places(some.length, others.length, i -> some[i] == others[i]);
    }
    if (left instanceof long[] some && right instanceof long[] others) {
      return places(some.length, others.length, i -> some[i] == others[i]);
    }
    return -1;
  }

  private interface Place {
    boolean isEqual(int index);
  }

  private static int places(int length, int other, Place place) {
    int shared = Math.min(length, other);
    if (shared > LONGEST) {
      return -1;
    }
    int places = Math.abs(length - other);
    for (int i = 0; i < shared; i++) {
      places += place.isEqual(i) ? 0 : 1;
    }
    return places;
  }
}
