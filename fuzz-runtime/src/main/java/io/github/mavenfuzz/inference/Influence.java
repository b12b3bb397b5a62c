// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import io.github.mavenfuzz.comparison.Equations;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * How the numbers that an input compares follow its cells, as far as changing each by a step tells.
 */
final class Influence {
  private final int cells;

  /** Of each number and cell, by how much left minus right grows as the content grows by one. */
  private final long[][] slopes;

  /** Of each number and cell, the bits in which left and right differ otherwise than before. */
  private final long[][] flips;

  /** Of each cell, the bits that were changed. */
  private final long[] flipped;

  private final long[] left;
  private final long[] right;

  /** Of each number, the cells that its sides follow. */
  private final BitSet[] leftCells;

  private final BitSet[] rightCells;

  /** Of each number, the cells without which it is not compared. */
  private final BitSet[] fragile;

  /** Nothing is known yet of that many cells but what the input itself compares. */
  Influence(Equations equations, int cells) {
    int numbers = equations.numbers();
    this.cells = cells;
    slopes = new long[numbers][cells];
    flips = new long[numbers][cells];
    flipped = new long[cells];
    left = new long[numbers];
    right = new long[numbers];
    leftCells = new BitSet[numbers];
    rightCells = new BitSet[numbers];
    fragile = new BitSet[numbers];
    for (int i = 0; i < numbers; i++) {
      left[i] = equations.left(i);
      right[i] = equations.right(i);
      leftCells[i] = new BitSet(cells);
      rightCells[i] = new BitSet(cells);
      fragile[i] = new BitSet(cells);
    }
  }

  /** An execution was made whose input differed in that content, by a step of 1 or -1. */
  void add(Equations equations, int cell, long content, long step) {
    flipped[cell] = content ^ (content + step);
    for (int i = 0; i < left.length; i++) {
      add(equations, i, cell, step);
    }
  }

  /** The same, as far as one number is concerned. */
  void add(Equations equations, int number, int cell, long step) {
    fragile[number].set(cell, !equations.isPresent(number));
    if (equations.isPresent(number)) {
      long now = equations.left(number) - equations.right(number);
      slopes[number][cell] = (now - difference(number)) * step;
      flips[number][cell] = equations.left(number) ^ equations.right(number) ^ bits(number);
      leftCells[number].set(cell, equations.left(number) != left[number]);
      rightCells[number].set(cell, equations.right(number) != right[number]);
    }
  }

  /** The cells without which the number is not compared. */
  BitSet fragile(int number) {
    return (BitSet) fragile[number].clone();
  }

  /** How many cells there are. */
  int cells() {
    return cells;
  }

  /** Left minus right, of the input itself. */
  long difference(int number) {
    return left[number] - right[number];
  }

  /** The bits in which left and right differ, of the input itself. */
  long bits(int number) {
    return left[number] ^ right[number];
  }

  /** By how much left minus right grows with the content of the cell. */
  long slope(int number, int cell) {
    return slopes[number][cell];
  }

  /** The bits in which left and right differed otherwise than before, as the cell was changed. */
  long flips(int number, int cell) {
    return flips[number][cell];
  }

  /** The bits of the cell that were changed. */
  long flipped(int cell) {
    return flipped[cell];
  }

  /** The cells that a number follows and that can be changed, both sides taken together. */
  BitSet followed(int number) {
    BitSet followed = (BitSet) leftCells[number].clone();
    followed.or(rightCells[number]);
    followed.andNot(fragile[number]);
    return followed;
  }

  /**
   * Of some cells, those that are likely to be one number together: in a row, and of one side.
   * Smaller ones come first, as what is computed from much is compared with what is written there.
   */
  List<BitSet> groups(int number, BitSet some) {
    List<BitSet> groups = new ArrayList<>();
    addGroups(groups, some, leftCells[number], rightCells[number]);
    addGroups(groups, some, rightCells[number], leftCells[number]);
    groups.sort(Comparator.comparingInt(BitSet::cardinality));
    if (!groups.contains(some) && !some.isEmpty()) {
      groups.add(some);
    }
    return groups;
  }

  private static void addGroups(List<BitSet> groups, BitSet some, BitSet side, BitSet other) {
    BitSet own = (BitSet) some.clone();
    own.and(side);
    own.andNot(other);
    for (int start = own.nextSetBit(0); start >= 0; ) {
      int end = own.nextClearBit(start);
      BitSet run = new BitSet(end);
      run.set(start, end);
      groups.add(run);
      start = own.nextSetBit(end);
    }
    if (!own.isEmpty() && !groups.contains(own)) {
      groups.add(own);
    }
  }
}
