// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Texts that are likely to mean something to a target: a dictionary. */
final class Tokens {
  private final List<String> texts = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final int most;

  /** Of which there are only so many. */
  Tokens(int most) {
    this.most = most;
  }

  void clear() {
    texts.clear();
    known.clear();
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** How many there are. */
  int size() {
    return texts.size();
  }

  String get(int number) {
    return texts.get(number);
  }

  void add(String text) {
    if (!text.isEmpty() && texts.size() < most && known.add(text)) {
      texts.add(text);
    }
  }

  /**
   * Puts one of them somewhere.
   *
   * @param counted whether to change counts of where it is put, if there are any
   * @return false, with the value as it was, if it does not fit
   */
  boolean place(SequenceValue value, boolean counted, Prng random, int maxLength) {
    if (texts.isEmpty()) {
      return false;
    }
    String text = texts.get(random.nextInt(texts.size()));
    int at = random.nextInt(value.length + 1);
    int over =
        switch (random.nextInt(4)) {
          case 0 -> Math.min(text.length(), value.length - at);
          case 1 -> SpanMutators.endOfSpan(value, at) - at;
          default -> 0;
        };
    if (counted && Counts.replace(value, at, over, text, random, maxLength)) {
      return true;
    }
    if (value.length - over + text.length() > maxLength) {
      return false;
    }
    value.replace(at, over, text);
    return true;
  }
}
