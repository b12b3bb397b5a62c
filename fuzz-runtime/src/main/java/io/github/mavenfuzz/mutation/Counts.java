// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.corpus.ParameterType;

/**
 * Numbers in a sequence that say how long the part behind them is: bytes in most binary formats,
 * decimals in some texts. Who makes such a part longer or shorter has to make the number say so, or
 * is read as something else. Nothing tells which numbers are counts but that they fit: that what
 * they count ends where the part ends, or the sequence.
 */
final class Counts {

  /** Widest first: the leading zeros of a large one may be needed. */
  private static final int[] WIDTHS = {4, 2, 1};

  /** Counts that count others, as containers in containers have them. */
  private static final int MOST_LEVELS = 8;

  /** What is further away from what it counts is not looked for: that would take long. */
  private static final int REACH = 256;

  /** A decimal is set apart from what it counts, by a colon or by the end of a head's lines. */
  private static final int MOST_BETWEEN = 4;

  private static final int MOST_DIGITS = 7;
  private static final int MOST_TRIES = 8;

  /** How long what stands before a count may be and says what is counted. */
  private static final int MOST_TYPE = 4;

  private static final int MOST_INSERTED = 32;

  private Counts() {}

  /**
   * Puts a text in the place of a part, which may be empty, and makes counts before it say so.
   *
   * @param all whether to change all counts that fit, which have to be several, and not only the
   *     nearest
   * @return false, with the value as it was, if the length stays, too few counts fit, or there is
   *     no room
   */
  static boolean replace(
      SequenceValue value, int at, int length, String text, boolean all, int maxLength) {
    int change = text.length() - length;
    if (change == 0
        || value.length + change > maxLength
        || levels(value, at, at + length) < (all ? 2 : 1)) {
      return false;
    }
    int before = value.length;
    value.replace(at, length, text);
    adjust(value, at, at + length, before, change, all ? MOST_LEVELS : 1, maxLength);
    return true;
  }

  /** Makes a part that is counted longer or shorter, or wraps it; false if it does not apply. */
  static boolean mutate(SequenceValue value, Prng random, int maxLength) {
    for (int i = 0; i < MOST_TRIES && value.length > 0; i++) {
      int from = 1 + random.nextInt(value.length);
      int count = anyCount(value, from, random);
      if (count >= 0 && count <= value.length - from) {
        return random.oneIn(4)
            ? wrap(value, from, count, random, maxLength)
            : resize(value, from, count, random, maxLength);
      }
    }
    return false;
  }

  /** Puts what is counted, with its count and what may be its type, into another of its kind. */
  private static boolean wrap(
      SequenceValue value, int from, int count, Prng random, int maxLength) {
    int before = value.length;
    int first = start(value, from, count) - random.nextInt(MOST_TYPE + 1);
    int head = from - first;
    if (first < 0 || before + head > maxLength) {
      return false;
    }
    value.insertCopy(first, head, first);
    write(value, start(value, from, count), from, count, count + head, maxLength);
    adjust(value, first, from + count, before, head, MOST_LEVELS, maxLength);
    return true;
  }

  private static boolean resize(
      SequenceValue value, int from, int count, Prng random, int maxLength) {
    int before = value.length;
    int at = from + random.nextInt(count + 1);
    if (at < from + count && random.nextBoolean()) {
      int removed = random.nextLength(from + count - at);
      value.remove(at, removed);
      adjust(value, at, from + count, before, -removed, MOST_LEVELS, maxLength);
      return true;
    }
    int inserted = insert(value, at, random, Math.min(maxLength - before, MOST_INSERTED));
    if (inserted == 0) {
      return false;
    }
    adjust(value, at, from + count, before, inserted, MOST_LEVELS, maxLength);
    return true;
  }

  /** Inserts anything, or a copy of what is there already or in another entry; returns how much. */
  private static int insert(SequenceValue value, int at, Prng random, int room) {
    if (room <= 0) {
      return 0;
    }
    SequenceValue source = random.nextBoolean() ? value : value.mate;
    if (source == null || source.length == 0 || random.oneIn(3)) {
      int count = random.nextLength(room);
      value.open(at, count);
      value.randomize(at, count, random);
      return count;
    }
    boolean whole = source.length <= room && random.nextBoolean();
    int from = whole ? 0 : random.nextInt(source.length);
    int rest = source.length - from;
    int count = whole ? rest : random.nextLength(Math.min(rest, room));
    if (source == value) {
      value.insertCopy(from, count, at);
    } else {
      value.open(at, count);
      value.copy(source, from, at, count);
    }
    return count;
  }

  /** How many counts fit a part that begins at or before that place and ends there. */
  private static int levels(SequenceValue value, int at, int end) {
    int levels = 0;
    int from = at;
    while (from > Math.max(0, at - REACH) && levels < MOST_LEVELS) {
      int count = countAt(value, from, end, value.length);
      levels += count < 0 ? 0 : 1;
      from = count < 0 ? from - 1 : start(value, from, count);
    }
    return levels;
  }

  /**
   * Changes counts of what has changed its length.
   *
   * @param at where it has
   * @param end where the part ended before
   * @param length the sequence's before
   * @param most how many counts, the nearest first
   */
  private static void adjust(
      SequenceValue value, int at, int end, int length, int change, int most, int maxLength) {
    int by = change;
    int left = most;
    int from = at;
    while (from > Math.max(0, at - REACH) && left > 0) {
      int count = countAt(value, from, end, length);
      if (count < 0) {
        from--;
      } else {
        int start = start(value, from, count);
        by += write(value, start, from, count, Math.max(0, count + by), maxLength);
        from = start;
        left--;
      }
    }
  }

  /** What a count that ends there says, if it fits; -1 if none does. */
  private static int countAt(SequenceValue value, int from, int end, int length) {
    if (isCount(value, from, end - from)) {
      return end - from;
    }
    return isCount(value, from, length - from) ? length - from : -1;
  }

  private static boolean isCount(SequenceValue value, int from, int count) {
    return width(value, from, count) != 0 || decimal(value, from) == count;
  }

  /** Where the count begins that ends there. */
  private static int start(SequenceValue value, int from, int count) {
    int width = width(value, from, count);
    return width == 0 ? startOfDigits(value, endOfDigits(value, from)) : from - Math.abs(width);
  }

  /** Writes another count, if there is room; returns by how much longer that is. */
  private static int write(
      SequenceValue value, int start, int from, int before, int count, int maxLength) {
    int width = width(value, from, before);
    for (int i = 0; i < Math.abs(width); i++) {
      int place = width < 0 ? start + i : from - 1 - i;
      value.element(place, count >> (i * Byte.SIZE) & 0xFF);
    }
    if (width != 0) {
      return 0;
    }
    String digits = Integer.toString(count);
    int length = endOfDigits(value, from) - start;
    int more = digits.length() - length;
    if (value.length + more > maxLength) {
      return 0;
    }
    value.replace(start, length, digits);
    return more;
  }

  /** How many bytes that count takes if it ends there, negative if reversed; 0 if it does not. */
  private static int width(SequenceValue value, int end, int count) {
    if (value.type() == ParameterType.BYTES) {
      for (int width : WIDTHS) {
        if (number(value, end, width, false) == count) {
          return width;
        }
        if (number(value, end, width, true) == count) {
          return -width;
        }
      }
    }
    return 0;
  }

  /** The number whose bytes end there, the highest first, or reversed; -1 if there is none. */
  private static long number(SequenceValue value, int end, int width, boolean reversed) {
    if (end < width) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < width; i++) {
      number = number << Byte.SIZE | value.element(reversed ? end - 1 - i : end - width + i);
    }
    return number;
  }

  /** The number whose digits end shortly before; -1 if there is none. */
  private static int decimal(SequenceValue value, int from) {
    int last = endOfDigits(value, from);
    int first = startOfDigits(value, last);
    if (first == last || last == from || last - first > MOST_DIGITS) {
      return -1;
    }
    int number = 0;
    for (int i = first; i < last; i++) {
      number = number * 10 + value.element(i) - '0';
    }
    return number;
  }

  private static int endOfDigits(SequenceValue value, int from) {
    int last = from;
    while (last > 0 && from - last < MOST_BETWEEN && !isDigit(value, last - 1)) {
      last--;
    }
    return last;
  }

  private static int startOfDigits(SequenceValue value, int last) {
    int first = last;
    while (first > 0 && last - first <= MOST_DIGITS && isDigit(value, first - 1)) {
      first--;
    }
    return first;
  }

  private static boolean isDigit(SequenceValue value, int at) {
    int element = value.element(at);
    return element >= '0' && element <= '9';
  }

  /** What a count of a random form says that ends there, if it is one; -1 if it cannot be. */
  private static int anyCount(SequenceValue value, int from, Prng random) {
    if (value.type() != ParameterType.BYTES || random.oneIn(4)) {
      return decimal(value, from);
    }
    long number = number(value, from, WIDTHS[random.nextInt(WIDTHS.length)], random.nextBoolean());
    return number > value.length ? -1 : (int) number;
  }
}
