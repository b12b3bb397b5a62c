// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bits to flip so that others flip that each of them flips some of: exclusive or, rotations
 * and cyclic redundancy checks are no more than that.
 */
final class BitSystem {
  private final List<Long> effects = new ArrayList<>();

  /** Another bit, with those that it flips. */
  void add(long effect) {
    effects.add(effect);
  }

  /** The bits to flip so that exactly those flip; null if that cannot be. */
  @Nullable BitSet solve(long wanted) {
    // Gauss's elimination, with the bits that each combination is made of beside it.
    long[] pivots = new long[Long.SIZE];
    BitSet[] parts = new BitSet[Long.SIZE];
    for (int i = 0; i < effects.size(); i++) {
      BitSet part = new BitSet();
      part.set(i);
      long rest = reduce(effects.get(i), pivots, parts, part);
      if (rest != 0) {
        int top = top(rest);
        pivots[top] = rest;
        parts[top] = part;
      }
    }
    BitSet solution = new BitSet();
    return reduce(wanted, pivots, parts, solution) == 0 ? solution : null;
  }

  private static long reduce(long bits, long[] pivots, BitSet[] parts, BitSet part) {
    long rest = bits;
    for (int top = Long.SIZE - 1; top >= 0; top--) {
      if ((rest >>> top & 1) == 1 && pivots[top] != 0) {
        rest ^= pivots[top];
        part.xor(parts[top]);
      }
    }
    return rest;
  }

  private static int top(long bits) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(bits);
  }
}
