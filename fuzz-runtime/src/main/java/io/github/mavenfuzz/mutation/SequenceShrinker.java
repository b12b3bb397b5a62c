// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.corpus.ParameterType;

/**
 * Finds a sequence that is shorter, or of simpler elements: Go's {@code minimizeBytes}, with delta
 * debugging (Zeller, Hildebrandt 2002) before it goes through single elements, and down to nothing.
 */
final class SequenceShrinker {
  // What removing all ranges of a sequence may cost: Go's n * n / 2 for up to 64 elements.
  private static final int MAX_RANGES = 4096;
  private static final int LONGEST_NUMBER = 16;
  private static final String OPENING = "([{<\"'";
  private static final String CLOSING = ")]}>\"'";

  private final SequenceValue value;
  private final Trial trial;

  SequenceShrinker(SequenceValue value, Trial trial) {
    this.value = value;
    this.trial = trial;
  }

  /** One pass. */
  void shrink() {
    if (value.length == 0 || removed(0, value.length)) {
      return;
    }
    cutTail();
    endWithZero();
    removeChunks();
    removeRanges();
    removePairs();
    replaceSurrogatePairs();
    blankChunks();
    simplifyElements();
  }

  private void cutTail() {
    for (int count = Integer.highestOneBit(value.length); count > 0; count /= 2) {
      boolean going = true;
      while (going && value.length > count && !trial.over()) {
        going = removed(value.length - count, count);
      }
    }
  }

  /**
   * What ends binary may be a number of many bytes, as long as it has to be because it is large.
   */
  private void endWithZero() {
    int end = value.length;
    if (value.type() != ParameterType.BYTES || isAscii(Math.max(0, end - LONGEST_NUMBER), end)) {
      return;
    }
    for (int at = Math.max(0, end - LONGEST_NUMBER); at < end - 1 && !trial.over(); at++) {
      value.element(at, 0);
      if (removed(at + 1, end - at - 1)) {
        return;
      }
    }
  }

  private boolean isAscii(int from, int to) {
    for (int i = from; i < to; i++) {
      if (value.element(i) > Byte.MAX_VALUE) {
        return false;
      }
    }
    return true;
  }

  /** With halves, quarters and so on down to single elements. */
  private void removeChunks() {
    for (int count = Integer.highestOneBit(value.length) / 2; count > 0; count /= 2) {
      int at = 0;
      // The last ones were a tail.
      while (at + count < value.length && !trial.over()) {
        if (!removed(at, count)) {
          at += count;
        }
      }
    }
  }

  private void removeRanges() {
    int longest = Math.min(value.length - 1, MAX_RANGES / value.length);
    for (int count = longest; count > 1; count--) {
      int at = 0;
      while (at + count <= value.length && count < value.length && !trial.over()) {
        if (!removed(at, count)) {
          at++;
        }
      }
    }
  }

  /** Brackets and quotes that are of use, or can be done without, only together. */
  private void removePairs() {
    int at = 0;
    while (at < value.length && !trial.over()) {
      int closing = closing(at);
      boolean removed = false;
      if (closing > at + 1) {
        value.remove(closing, 1);
        value.remove(at, 1);
        removed = trial.accepted();
      }
      if (!removed) {
        at++;
      }
    }
  }

  /** Where the bracket or quote at the index is closed, or -1. */
  private int closing(int at) {
    int opens = value.element(at);
    int kind = OPENING.indexOf(opens);
    if (kind < 0) {
      return -1;
    }
    int closes = CLOSING.charAt(kind);
    int depth = 1;
    for (int i = at + 1; i < value.length; i++) {
      if (value.element(i) == closes) {
        depth--;
      } else if (value.element(i) == opens) {
        depth++;
      }
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** One simple char for a code point that takes two. */
  private void replaceSurrogatePairs() {
    for (int i = 0; i < value.length - 1 && !trial.over(); i++) {
      int at = i;
      if (isSurrogatePair(at)) {
        CharacterOrder.simplify(
            value.element(at),
            value.simplestBeyondAscii(),
            c -> {
              if (isSurrogatePair(at)) {
                value.remove(at, 1);
              }
              value.element(at, c);
              return trial.accepted();
            });
      }
    }
  }

  private boolean isSurrogatePair(int at) {
    return at + 1 < value.length
        && Character.isSurrogatePair((char) value.element(at), (char) value.element(at + 1));
  }

  /** Many elements at once, so that a long sequence whose content hardly matters is cheap. */
  private void blankChunks() {
    for (int count = value.length; count > 1; count /= 2) {
      for (int at = 0; at + count <= value.length && !trial.over(); at += count) {
        if (!isBlank(at, count)) {
          value.fill(at, count, CharacterOrder.SIMPLEST);
          trial.accepted();
        }
      }
    }
  }

  private boolean isBlank(int at, int count) {
    for (int i = at; i < at + count; i++) {
      if (value.element(i) != CharacterOrder.SIMPLEST) {
        return false;
      }
    }
    return true;
  }

  private void simplifyElements() {
    for (int i = 0; i < value.length && !trial.over(); i++) {
      int at = i;
      CharacterOrder.simplify(
          value.element(at),
          value.simplestBeyondAscii(),
          c -> {
            value.element(at, c);
            return trial.accepted();
          });
    }
  }

  private boolean removed(int at, int count) {
    value.remove(at, count);
    return trial.accepted();
  }
}
