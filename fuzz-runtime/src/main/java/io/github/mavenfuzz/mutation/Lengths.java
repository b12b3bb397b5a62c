// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/** Lengths that a sequence might have; only so many are kept. */
final class Lengths {
  private static final int MOST = 16;

  private final int[] lengths = new int[MOST];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(long length) {
    if (length >= 0 && length < Integer.MAX_VALUE && size < MOST) {
      lengths[size++] = (int) length;
    }
  }

  /** Gives the value one of them; false, with the value as it was, if there is none or no room. */
  boolean apply(SequenceValue value, Prng random, int maxLength) {
    if (size == 0) {
      return false;
    }
    // What must not be less may have to be more.
    int length = lengths[random.nextInt(size)] + random.nextInt(2);
    int before = value.length;
    if (length == before || length > maxLength) {
      return false;
    }
    if (length < before) {
      value.length = length;
    } else {
      value.open(before, length - before);
      value.randomize(before, length - before, random);
    }
    return true;
  }
}
