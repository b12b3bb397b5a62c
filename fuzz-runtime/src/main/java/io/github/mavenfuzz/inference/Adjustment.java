// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import io.github.mavenfuzz.mutation.Cells;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Changes cells so that left minus right of a number grows as it is to, if it follows them as it
 * seems to: each for itself, and evenly. What returns false has changed nothing.
 */
final class Adjustment {

  /** Numbers of so many bits go on at the other end. */
  static final long[] WRAPS = {
    0, 1L << 8, -(1L << 8), 1L << 16, -(1L << 16), 1L << 32, -(1L << 32)
  };

  /** A long has no more decimal digits than that for certain. */
  private static final int MOST_DIGITS = 18;

  private final Cells cells;
  private final Influence influence;

  /** Where the cells of the input that is understood are in the one that is changed. */
  private final Alignment alignment;

  Adjustment(Cells cells, Influence influence, Alignment alignment) {
    this.cells = cells;
    this.influence = influence;
    this.alignment = alignment;
  }

  /** The known cells whose content is another one, or that are not there any more. */
  BitSet changed(Cells known) {
    BitSet changed = new BitSet();
    for (int i = 0; i < influence.cells(); i++) {
      int cell = alignment.of(i);
      changed.set(i, cell < 0 || cells.get(cell) != known.get(i));
    }
    return changed;
  }

  /** A cell that may be changed, and what that can do. */
  private record Lever(int cell, long slope, long number, long least, long most) {

    boolean doesAsMuchAs(Lever other) {
      return Math.abs(slope) == Math.abs(other.slope);
    }

    double down() {
      return Math.min((double) slope * (least - number), (double) slope * (most - number));
    }

    double up() {
      return Math.max((double) slope * (least - number), (double) slope * (most - number));
    }

    /** How far to go so that those that do less can do the rest, which is within that. */
    long steps(long growth, double down, double up) {
      long exact = growth / slope;
      for (long steps : new long[] {exact, exact - 1, exact + 1}) {
        double rest = growth - steps * slope;
        if (steps >= least - number && steps <= most - number && rest >= down && rest <= up) {
          return steps;
        }
      }
      return Math.max(least - number, Math.min(exact, most - number));
    }
  }

  /**
   * Moves the cells that do most first, as in a number of several digits, so that the others can do
   * the rest.
   */
  boolean add(int number, long growth, BitSet some, Alphabet alphabet) {
    List<Lever> levers = new ArrayList<>();
    for (int known : some.stream().toArray()) {
      int cell = alignment.of(known);
      long slope = influence.slope(number, known);
      if (cell >= 0 && slope != 0) {
        long content = cells.get(cell);
        long digit = alphabet.number(content);
        if (alphabet.isNumber(digit)) {
          levers.add(
              new Lever(
                  cell,
                  slope,
                  digit,
                  alphabet.least(cells, cell, content),
                  alphabet.most(cells, cell, content)));
        }
      }
    }
    levers.sort(
        Comparator.comparingLong((Lever lever) -> -Math.abs(lever.slope()))
            .thenComparingInt(lever -> -lever.cell()));
    return add(levers, growth, alphabet);
  }

  private boolean add(List<Lever> levers, long growth, Alphabet alphabet) {
    int count = levers.size();
    double[] down = new double[count + 1];
    double[] up = new double[count + 1];
    for (int i = count - 1; i >= 0; i--) {
      down[i] = down[i + 1] + levers.get(i).down();
      up[i] = up[i + 1] + levers.get(i).up();
    }
    // Of those that do as much, none can do what is left over.
    int[] lesser = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      boolean isAlike = i + 1 < count && levers.get(i).doesAsMuchAs(levers.get(i + 1));
      lesser[i] = isAlike ? lesser[i + 1] : i + 1;
    }
    long[] steps = new long[count];
    long rest = growth;
    for (int i = 0; i < count; i++) {
      steps[i] = levers.get(i).steps(rest, down[lesser[i]], up[lesser[i]]);
      rest -= steps[i] * levers.get(i).slope();
    }
    if (rest != 0 || growth == 0) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (steps[i] != 0) {
        Lever lever = levers.get(i);
        long content = cells.get(lever.cell());
        cells.set(lever.cell(), alphabet.content(lever.number() + steps[i], content));
      }
    }
    return true;
  }

  /**
   * Flips bits in the cells that they come from: those which flipped the same bits, perhaps further
   * up, as they were changed.
   */
  boolean flip(int number, long differing, BitSet some) {
    long rest = differing;
    List<long[]> changes = new ArrayList<>();
    for (int known : some.stream().toArray()) {
      int cell = alignment.of(known);
      long flipped = influence.flipped(known);
      long flips = influence.flips(number, known);
      int shift = Long.numberOfTrailingZeros(flips) - Long.numberOfTrailingZeros(flipped);
      if (cell < 0 || flips == 0 || shift < 0 || flips != flipped << shift) {
        continue;
      }
      long part = rest >>> shift & 0xFF;
      if (part != 0) {
        changes.add(new long[] {cell, cells.get(cell) ^ part});
        rest &= ~(0xFFL << shift);
      }
    }
    if (changes.isEmpty() || !isSign(rest)) {
      return false;
    }
    changes.forEach(change -> cells.set((int) change[0], change[1]));
    return true;
  }

  /** Whether these are no bits, or those above a smaller number that is negative. */
  private static boolean isSign(long bits) {
    return bits == 0
        || bits == -1L << Byte.SIZE
        || bits == -1L << Short.SIZE
        || bits == -1L << Integer.SIZE;
  }

  /** Rewrites what is a decimal number, with as many digits as it takes. */
  boolean rewrite(int number, long growth, BitSet some) {
    int first = some.nextSetBit(0);
    int behind = some.nextClearBit(first);
    int start = alignment.of(first);
    int end = start + behind - first;
    long slope = influence.slope(number, behind - 1);
    if (start < 0
        || some.length() != behind
        || behind - first > MOST_DIGITS
        || alignment.of(behind - 1) != end - 1
        || slope == 0
        || growth % slope != 0) {
      return false;
    }
    long value = 0;
    for (int cell = start; cell < end; cell++) {
      long digit = cells.isElement(cell) ? cells.get(cell) - '0' : -1;
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    boolean negative = start > 0 && cells.isElement(start - 1) && cells.get(start - 1) == '-';
    long changed = negative ? -value - growth / slope : value + growth / slope;
    int from = negative ? start - 1 : start;
    return cells.replace(from, end - from, Long.toString(changed));
  }
}
