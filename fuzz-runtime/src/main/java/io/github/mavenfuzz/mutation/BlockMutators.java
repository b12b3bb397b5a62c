// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * Mutators of blocks of equal width, which nothing sets apart: records of a table, instructions,
 * samples. Each returns false, with the value as it was, if it does not apply or would change
 * nothing.
 */
final class BlockMutators {

  /** The most likely ones more often. */
  private static final int[] WIDTHS = {2, 2, 3, 4, 4, 4, 5, 6, 8, 8, 12, 16};

  private BlockMutators() {}

  /** Applies one of them, to blocks of any width that begin at once or behind a head. */
  static boolean mutate(SequenceValue value, Prng random, int maxLength) {
    int width = WIDTHS[random.nextInt(WIDTHS.length)];
    int head = random.oneIn(4) ? random.nextInt(2 * width) : 0;
    int blocks = (value.length - head) / width;
    if (blocks <= 0) {
      return false;
    }
    int at = head + width * random.nextInt(blocks);
    return switch (random.nextInt(8)) {
      case 0 -> remove(value, at, width);
      case 1 -> swap(value, at, head + width * random.nextInt(blocks), width);
      case 2, 3 -> {
        int to = head + width * random.nextInt(blocks + 1);
        yield take(value, value, at, to, width, random, maxLength);
      }
      default -> takeFromMate(value, at, head, width, random, maxLength);
    };
  }

  private static boolean remove(SequenceValue value, int at, int width) {
    if (value.length == width) {
      return false;
    }
    value.remove(at, width);
    return true;
  }

  private static boolean swap(SequenceValue value, int at, int other, int width) {
    if (value.isSame(at, value, other, width)) {
      return false;
    }
    SequenceMutators.exchange(value, at, other, width);
    return true;
  }

  /** The heads of two entries are alike, if they have any. */
  private static boolean takeFromMate(
      SequenceValue value, int at, int head, int width, Prng random, int maxLength) {
    SequenceValue mate = value.mate;
    int blocks = mate == null ? 0 : (mate.length - head) / width;
    if (mate == null || blocks <= 0) {
      return false;
    }
    int from = head + width * random.nextInt(blocks);
    int to = random.nextBoolean() ? at : at + width;
    return take(value, mate, from, to, width, random, maxLength);
  }

  /** Puts a block between two, or in the place of one. */
  private static boolean take(
      SequenceValue value,
      SequenceValue source,
      int from,
      int to,
      int width,
      Prng random,
      int maxLength) {
    if (to + width <= value.length && random.oneIn(4)) {
      if (value.isSame(to, source, from, width)) {
        return false;
      }
      value.copy(source, from, to, width);
      return true;
    }
    if (value.length + width > maxLength) {
      return false;
    }
    if (source == value) {
      value.insertCopy(from, width, to);
    } else {
      value.open(to, width);
      value.copy(source, from, to, width);
    }
    return true;
  }
}
