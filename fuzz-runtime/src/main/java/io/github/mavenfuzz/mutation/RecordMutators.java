// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * Mutators of what separators set apart, without a grammar: lines of a text, fields of a line,
 * items of a list, words. Each returns false, with the value as it was, if it does not apply.
 */
final class RecordMutators {

  /** What sets things apart in most texts; the most likely ones more often. */
  private static final String SEPARATORS = ",,,  \n\n;&:=|\t/.";

  private static final AsciiSet SEPARATING = AsciiSet.of(SEPARATORS);
  private static final AsciiSet OPENING = AsciiSet.of(Syntax.OPENING);
  private static final AsciiSet CLOSING = AsciiSet.of(Syntax.CLOSING);

  /** As far as it is worth looking for an end. */
  private static final int REACH = 256;

  private RecordMutators() {}

  /** Does one of these things. */
  static boolean mutate(SequenceValue value, Prng random, int maxLength) {
    if (value.length == 0) {
      return false;
    }
    return switch (random.nextInt(8)) {
      case 0 -> repeat(value, random, maxLength);
      case 1 -> remove(value, random);
      case 2 -> swapWithNext(value, random);
      case 3 -> takeFromMate(value, random, maxLength);
      case 4 -> repeatContent(value, random, maxLength);
      default -> insertItem(value, random, maxLength);
    };
  }

  /** A record, with the separator before it, once more. */
  private static boolean repeat(SequenceValue value, Prng random, int maxLength) {
    int separator = findSeparator(value, random);
    if (separator < 0) {
      return false;
    }
    int end = endOfRecord(value, separator);
    if (value.length + end - separator > maxLength) {
      return false;
    }
    value.insertCopy(separator, end - separator, end);
    return true;
  }

  private static boolean remove(SequenceValue value, Prng random) {
    int separator = findSeparator(value, random);
    if (separator < 0) {
      return false;
    }
    int length = endOfRecord(value, separator) - separator;
    if (length == value.length) {
      return false;
    }
    value.remove(separator, length);
    return true;
  }

  /** Moves a record behind the one after it. */
  private static boolean swapWithNext(SequenceValue value, Prng random) {
    int first = findSeparator(value, random);
    if (first < 0) {
      return false;
    }
    int second = endOfRecord(value, first);
    if (second >= value.length || value.element(second) != value.element(first)) {
      return false;
    }
    int end = endOfRecord(value, second);
    int length = second - first;
    if (length == end - second && value.isSame(first, value, second, length)) {
      return false;
    }
    value.insertCopy(first, length, end);
    value.remove(first, length);
    return true;
  }

  /**
   * A record of another entry in the place of one, or beside it; all of an entry that has only one.
   */
  private static boolean takeFromMate(SequenceValue value, Prng random, int maxLength) {
    SequenceValue mate = value.mate;
    int separator = findSeparator(value, random);
    if (mate == null || mate.length == 0 || separator < 0) {
      return false;
    }
    int apart = value.element(separator);
    int from = indexOf(mate, apart, random.nextInt(mate.length)) + 1;
    int count = endOfRecord(mate, from, apart) - from;
    int over = random.nextBoolean() ? 0 : endOfRecord(value, separator) - separator;
    if (value.length - over + 1 + count > maxLength
        || (over == 1 + count && value.isSame(separator + 1, mate, from, count))) {
      return false;
    }
    value.resize(separator, over, 1 + count);
    value.element(separator, apart);
    value.copy(mate, from, separator + 1, count);
    return true;
  }

  /** What is between brackets once more, set apart from itself. */
  private static boolean repeatContent(SequenceValue value, Prng random, int maxLength) {
    int at = random.nextInt(value.length);
    int limit = Math.min(value.length, at + REACH);
    while (at < limit && !OPENING.contains(value.element(at))) {
      at++;
    }
    int end = at < limit ? SpanMutators.endOfSpan(value, at) : at;
    int length = end - at - 2;
    if (length < 1 || value.length + length + 1 > maxLength) {
      return false;
    }
    int last = end - 1;
    value.insertCopy(at + 1, length, last);
    value.open(last, 1);
    value.element(last, aSeparator(value, random));
    return true;
  }

  /** A word, a number or the like, set apart, behind another one or at the end. */
  private static boolean insertItem(SequenceValue value, Prng random, int maxLength) {
    int start = random.nextInt(value.length);
    int at = random.oneIn(4) ? value.length : Math.max(start, SpanMutators.endOfSpan(value, start));
    int separator = aSeparator(value, random);
    switch (random.nextInt(3)) {
      case 0 -> {
        String number =
            NumberMutators.INTERESTING[random.nextInt(NumberMutators.INTERESTING.length)];
        if (value.length + 1 + number.length() > maxLength) {
          return false;
        }
        value.replace(at, 0, number);
      }
      case 1 -> {
        String token = value.suggestions.anyToken(random);
        if (token.isEmpty() || value.length + 1 + token.length() > maxLength) {
          return false;
        }
        value.replace(at, 0, token);
      }
      default -> {
        int from = random.nextInt(value.length);
        int length = SpanMutators.endOfSpan(value, from) - from;
        if (length == 0 || value.length + 1 + length > maxLength) {
          return false;
        }
        value.insertCopy(from, length, at);
      }
    }
    value.open(at, 1);
    value.element(at, separator);
    return true;
  }

  private static int aSeparator(SequenceValue value, Prng random) {
    int found = random.oneIn(4) ? -1 : findSeparator(value, random);
    return found < 0
        ? SEPARATORS.charAt(random.nextInt(SEPARATORS.length()))
        : value.element(found);
  }

  /** Where some separator is, or -1. */
  private static int findSeparator(SequenceValue value, Prng random) {
    int start = random.nextInt(value.length);
    int limit = Math.min(value.length, start + REACH);
    for (int i = start; i < limit; i++) {
      if (SEPARATING.contains(value.element(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(SequenceValue value, int element, int start) {
    int limit = Math.min(value.length, start + REACH);
    for (int i = start; i < limit; i++) {
      if (value.element(i) == element) {
        return i;
      }
    }
    return -1;
  }

  /** Where the record ends that starts with that separator. */
  private static int endOfRecord(SequenceValue value, int separator) {
    return endOfRecord(value, separator + 1, value.element(separator));
  }

  /** Where the record ends that starts there: at the next separator, or where a bracket does. */
  static int endOfRecord(SequenceValue value, int start, int separator) {
    int limit = Math.min(value.length, start + REACH);
    int depth = 0;
    for (int i = start; i < limit; i++) {
      int element = value.element(i);
      if (depth == 0 && element == separator) {
        return i;
      }
      if (OPENING.contains(element)) {
        depth++;
      } else if (CLOSING.contains(element) && --depth < 0) {
        return i;
      }
    }
    return limit;
  }
}
