// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.HashSet;
import java.util.Set;

/** Places of a sequence and what may be put there; only so many are kept. */
final class Replacements {
  private static final int MOST = 512;

  private final int[] places = new int[MOST];
  private final int[] lengths = new int[MOST];
  private final String[] texts = new String[MOST];
  private final Set<Place> known = new HashSet<>();
  private int size;

  private record Place(int at, int length, String text) {}

  void clear() {
    size = 0;
    known.clear();
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether no more are kept. */
  boolean isFull() {
    return size == MOST;
  }

  void add(int at, int length, String text) {
    if (size < MOST && known.add(new Place(at, length, text))) {
      places[size] = at;
      lengths[size] = length;
      texts[size++] = text;
    }
  }

  /**
   * Makes one of them.
   *
   * @param counted whether to change counts of it, where there are any
   * @return false, with the value as it was, if it does not fit
   */
  boolean apply(SequenceValue value, boolean counted, Prng random, int maxLength) {
    if (size == 0) {
      return false;
    }
    int i = random.nextInt(size);
    if (counted
        && isThere(i, value)
        && Counts.replace(value, places[i], lengths[i], texts[i], random, maxLength)) {
      return true;
    }
    if (!apply(i, value, maxLength)) {
      return false;
    }
    // A limit may have to be passed, not only met.
    if (!texts[i].isEmpty() && random.oneIn(8)) {
      int last = places[i] + texts[i].length() - 1;
      value.element(last, value.element(last) + random.nextStep(1));
    }
    return true;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /**
   * Makes the one with that number, and changes counts of what that makes longer or shorter.
   *
   * @param all whether to change all of several, and not only the nearest
   * @return false, with the value as it was, if it does not fit, or nothing counts it
   */
  boolean applyWithCounts(int number, boolean all, SequenceValue value, int maxLength) {
    return isThere(number, value)
        && Counts.replace(value, places[number], lengths[number], texts[number], all, maxLength);
  }

  /** Makes the one with that number; false, with the value as it was, if it does not fit. */
  boolean apply(int number, SequenceValue value, int maxLength) {
    int length = lengths[number];
    String text = texts[number];
    if (!isThere(number, value) || value.length - length + text.length() > maxLength) {
      return false;
    }
    value.replace(places[number], length, text);
    return true;
  }

  /** The value may have become too short for the place. */
  private boolean isThere(int number, SequenceValue value) {
    return places[number] + lengths[number] <= value.length;
  }
}
