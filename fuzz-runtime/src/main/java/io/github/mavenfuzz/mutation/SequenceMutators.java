// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * The mutators that move elements around, whatever they are: those of Go's {@code
 * mutators_byteslice.go} that do not look into a byte. Each returns false, with the value as it
 * was, if it does not apply or would change nothing.
 */
final class SequenceMutators {
  // Go's limits of what one mutation inserts.
  private static final int MAX_RANDOM = 1024;
  private static final int MAX_CONSTANT = 4096;

  private SequenceMutators() {}

  static boolean remove(SequenceValue value, Prng random) {
    if (value.length <= 1) {
      return false;
    }
    int at = random.nextInt(value.length);
    value.remove(at, random.nextLength(value.length - at));
    return true;
  }

  static boolean insertRandom(SequenceValue value, Prng random, int maxLength) {
    int room = Math.min(maxLength - value.length, MAX_RANDOM);
    if (room <= 0) {
      return false;
    }
    int at = random.nextInt(value.length + 1);
    int count = random.nextLength(room);
    value.open(at, count);
    value.randomize(at, count, random);
    return true;
  }

  static boolean duplicate(SequenceValue value, Prng random, int maxLength) {
    int length = value.length;
    int room = maxLength - length;
    if (room <= 0 || length == 0) {
      return false;
    }
    int from = random.nextInt(length);
    int to = random.nextInt(length + 1);
    int count = random.nextLength(Math.min(length - from, room));
    value.insertCopy(from, count, to);
    return true;
  }

  static boolean overwrite(SequenceValue value, Prng random) {
    int length = value.length;
    if (length <= 1) {
      return false;
    }
    int from = random.nextInt(length);
    int to = otherThan(from, length, random);
    if (value.element(from) == value.element(to)) {
      return false;
    }
    value.copy(from, to, random.nextLength(length - Math.max(from, to)));
    return true;
  }

  /** Puts a part of another entry anywhere, or over what is there: libFuzzer's cross-over. */
  static boolean splice(SequenceValue value, Prng random, int maxLength) {
    SequenceValue mate = value.mate;
    if (mate == null || mate.length == 0) {
      return false;
    }
    if (random.oneIn(8)) {
      return append(value, mate, random, maxLength);
    }
    int from = random.nextInt(mate.length);
    int rest = mate.length - from;
    int count = random.oneIn(4) ? rest : random.nextLength(rest);
    int at = random.nextInt(value.length + 1);
    int over = random.nextBoolean() ? 0 : Math.min(count, value.length - at);
    if (value.length - over + count > maxLength) {
      return false;
    }
    value.resize(at, over, count);
    value.copy(mate, from, at, count);
    return true;
  }

  /** Puts all of another entry before or behind all that is there, or what is behind its head. */
  private static boolean append(
      SequenceValue value, SequenceValue mate, Prng random, int maxLength) {
    boolean before = random.nextBoolean();
    int from = before || random.nextBoolean() ? 0 : endOfHead(value, mate, random);
    int count = mate.length - from;
    if (count == 0 || value.length + count > maxLength) {
      return false;
    }
    int at = before ? 0 : value.length;
    value.open(at, count);
    value.copy(mate, from, at, count);
    return true;
  }

  /**
   * Where what two entries begin with may end that has to be there only once, as a format's magic
   * number: before what differs, or before a number, whose first bytes may be alike.
   */
  private static int endOfHead(SequenceValue value, SequenceValue mate, Prng random) {
    int most = Math.min(value.length, mate.length);
    int alike = 0;
    while (alike < most && value.element(alike) == mate.element(alike)) {
      alike++;
    }
    return Math.max(0, alike - random.nextInt(Integer.BYTES));
  }

  static boolean swap(SequenceValue value, Prng random) {
    int length = value.length;
    if (length <= 1) {
      return false;
    }
    int a = random.nextInt(length);
    return swapRanges(value, a, otherThan(a, length, random), 1);
  }

  static boolean insertConstant(SequenceValue value, Prng random, int maxLength) {
    int room = Math.min(maxLength - value.length, MAX_CONSTANT);
    if (room <= 0) {
      return false;
    }
    int at = random.nextInt(value.length + 1);
    int count = random.nextLength(room);
    value.open(at, count);
    value.fill(at, count, value.randomElement(random));
    return true;
  }

  static boolean overwriteConstant(SequenceValue value, Prng random) {
    if (value.length <= 1) {
      return false;
    }
    int at = random.nextInt(value.length);
    int element = value.randomElement(random);
    if (element == value.element(at)) {
      return false;
    }
    value.fill(at, random.nextLength(value.length - at), element);
    return true;
  }

  /** Sattolo's shuffle: no element stays where it is, so that it changes something. */
  static boolean shuffle(SequenceValue value, Prng random) {
    int length = value.length;
    // A range of two would be a swap.
    if (length <= 2) {
      return false;
    }
    int count = 2 + random.nextLength(length - 2);
    int at = random.nextInt(length - count + 1);
    boolean changed = false;
    for (int i = count - 1; i > 0; i--) {
      changed |= swapRanges(value, at + i, at + random.nextInt(i), 1);
    }
    return changed;
  }

  static boolean swapRanges(SequenceValue value, Prng random) {
    int length = value.length;
    if (length <= 1) {
      return false;
    }
    int a = random.nextInt(length);
    int b = otherThan(a, length, random);
    // So long that they neither overlap nor end outside.
    int max = Math.min(Math.abs(a - b), length - Math.max(a, b));
    return swapRanges(value, a, b, random.nextLength(max));
  }

  private static boolean swapRanges(SequenceValue value, int a, int b, int count) {
    if (value.element(a) == value.element(b)) {
      return false;
    }
    exchange(value, a, b, count);
    return true;
  }

  /** Swaps two ranges that do not overlap. */
  static void exchange(SequenceValue value, int a, int b, int count) {
    for (int i = 0; i < count; i++) {
      int element = value.element(a + i);
      value.element(a + i, value.element(b + i));
      value.element(b + i, element);
    }
  }

  private static int otherThan(int index, int length, Prng random) {
    int other = random.nextInt(length - 1);
    return other < index ? other : other + 1;
  }
}
