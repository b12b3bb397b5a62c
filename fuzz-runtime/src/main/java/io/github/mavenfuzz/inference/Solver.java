// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.comparison.Equations.Equation;
import io.github.mavenfuzz.mutation.Cells;
import io.github.mavenfuzz.mutation.Input;
import java.util.BitSet;
import java.util.List;

/**
 * Makes what an input compares come out, one comparison after the other, by computing what the
 * cells have to be that it follows. What came out before is to stay so: where a change breaks it,
 * as that of a checksum, it is mended by other cells that it follows. Not thread-safe.
 */
public final class Solver {

  /** Runs the input. */
  public interface Runs {

    /** Runs the input as it is; false if it failed, or nothing more is to be run. */
    boolean run();

    /** Whether the last run touched something new; only asked while nothing is listened to. */
    boolean looks();
  }

  private static final int MOST_ROUNDS = 32;

  /** So many cells are tried with everything that they can be. */
  private static final int MOST_TRIED = 16;

  private static final int MOST_CONTENTS = 256;

  /** So many cells are looked at bit by bit. */
  private static final int MOST_SPLIT = 16;

  private static final long[] NONE = {};

  private final Study study;
  private final Cells cells;
  private boolean related;

  /**
   * A solver that changes an input, and runs it.
   *
   * @param input what is run
   * @param base another input of the same signature, for the solver's own use
   */
  public Solver(Comparisons comparisons, Input input, Input base, Runs runs) {
    this.study = new Study(comparisons, input, base, runs);
    this.cells = study.cells();
  }

  /**
   * Begins with that input.
   *
   * @return false if there was no time for all that could be tried
   */
  public boolean solve(Input parent) {
    study.begin(parent);
    related = false;
    boolean goesOn = true;
    for (int i = 0; i < MOST_ROUNDS && goesOn; i++) {
      goesOn = study.look() && hasOpen() && study.follow() && step();
    }
    return !study.isOver();
  }

  /**
   * Whether the last input that {@link #solve} began with is now one of which several parts are in
   * a relation that they were not in, as those of a record and its checksum, while nothing new was
   * touched. REDQUEEN keeps such inputs in the place of what they were made from (Aschermann et
   * al., NDSS 2019): what is made from these passes the check no more often by itself.
   */
  public boolean hasRelated() {
    return related;
  }

  /** What solving came to. */
  public Input solved() {
    return study.base();
  }

  /**
   * Finds out how that input's comparisons follow it.
   *
   * @return whether something came out that needs more than one cell
   */
  public boolean understand(Input parent) {
    study.begin(parent);
    return study.look()
        && study.follow()
        && study.equations().all().stream()
            .anyMatch(
                one -> one.isMet() && study.influence().followed(one.first()).cardinality() > 1);
  }

  /**
   * Runs the input, which was made from the one that was understood last, and mends what came out
   * with that, and does not any more.
   */
  public void mend() {
    study.mend();
  }

  private boolean hasOpen() {
    return !study.equations().all().stream().allMatch(Equation::isMet);
  }

  /**
   * Makes what it can come out.
   *
   * @return whether something did without anything new being touched: that is the base from now on
   */
  private boolean step() {
    for (Equation equation : study.equations().all()) {
      study.forgetTouched();
      if (!equation.isOrder()
          && !equation.isMet()
          && comesOut(equation, 0)
          && !study.hasTouched()) {
        related |= study.influence().followed(equation.first()).cardinality() > 1;
        study.goOn();
        return true;
      }
    }
    // What is only put in order mostly leads nowhere by itself.
    for (Equation equation : study.equations().all()) {
      for (long aim : equation.isOrder() ? equation.aims() : NONE) {
        boolean unused = comesOut(equation, aim);
      }
    }
    return false;
  }

  private boolean comesOut(Equation equation, long aim) {
    if (study.isOnlyFragile(equation)) {
      study.followMending(equation);
    }
    BitSet followed = study.influence().followed(equation.first());
    if (followed.isEmpty() || study.isOver()) {
      return false;
    }
    study.equations().tried(equation);
    if (equation.count() > 1) {
      return comesOutTogether(equation);
    }
    BitSet free = (BitSet) followed.clone();
    free.andNot(study.bound(equation));
    return comesOut(equation, aim, free)
        || (!free.equals(followed) && comesOut(equation, aim, followed));
  }

  private boolean comesOut(Equation equation, long aim, BitSet some) {
    int number = equation.first();
    long growth = aim - study.influence().difference(number);
    List<BitSet> groups = study.influence().groups(number, some);
    for (BitSet group : groups) {
      if (adds(equation, aim, growth, group)) {
        return true;
      }
      if (study.again()
          && study.adjustment().rewrite(number, growth, group)
          && study.check(equation, aim)) {
        return true;
      }
      if (aim == 0
          && study.again()
          && study.adjustment().flip(number, study.influence().bits(number), group)
          && study.check(equation, 0)) {
        return true;
      }
    }
    for (BitSet group : groups) {
      if ((aim == 0 && flipBits(equation, group)) || descend(equation, aim, group)) {
        return true;
      }
    }
    return false;
  }

  private boolean adds(Equation equation, long aim, long growth, BitSet group) {
    for (long wrap : Adjustment.WRAPS) {
      for (Alphabet alphabet : Alphabet.values()) {
        if (study.again()
            && study.adjustment().add(equation.first(), growth + wrap, group, alphabet)
            && study.check(equation, aim)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Flips bits one by one. */
  private boolean flipBits(Equation equation, BitSet some) {
    int number = equation.first();
    if (some.cardinality() > MOST_SPLIT) {
      return false;
    }
    BitSystem system = new BitSystem();
    int[] split = some.stream().toArray();
    for (int cell : split) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        if (!study.again()) {
          return false;
        }
        cells.set(cell, cells.get(cell) ^ 1L << bit);
        if (!study.run()) {
          return false;
        }
        boolean present = study.equations().isPresent(number);
        long bits = present ? study.equations().left(number) ^ study.equations().right(number) : 0;
        system.add(present ? bits ^ study.influence().bits(number) : 0);
      }
    }
    BitSet flipped = system.solve(study.influence().bits(number));
    if (flipped == null || flipped.isEmpty() || !study.again()) {
      return false;
    }
    for (int i : flipped.stream().toArray()) {
      int cell = split[i / Byte.SIZE];
      cells.set(cell, cells.get(cell) ^ 1L << i % Byte.SIZE);
    }
    return study.check(equation, 0);
  }

  /** Goes nearer cell by cell, each as near as it gets with all that it can be. */
  private boolean descend(Equation equation, long aim, BitSet some) {
    int number = equation.first();
    if (some.cardinality() > MOST_TRIED || !study.again()) {
      return false;
    }
    long nearest = distance(study.influence().difference(number), aim);
    for (int cell : some.stream().toArray()) {
      long best = cells.get(cell);
      long least = Math.max(cells.least(cell), best - MOST_CONTENTS);
      for (int i = 0; i < MOST_CONTENTS && least + i <= cells.most(cell); i++) {
        cells.set(cell, least + i);
        if (!study.run()) {
          return false;
        }
        long distance =
            study.equations().isPresent(number)
                ? distance(study.equations().left(number) - study.equations().right(number), aim)
                : Long.MAX_VALUE;
        if (distance == 0) {
          return true;
        }
        if (distance < nearest) {
          nearest = distance;
          best = cells.get(cell);
        }
      }
      cells.set(cell, best);
    }
    return false;
  }

  private static long distance(long difference, long aim) {
    long distance = Math.abs(difference - aim);
    return distance < 0 ? Long.MAX_VALUE : distance;
  }

  /** Makes the elements of a sequence equal, each by the cells that it follows. */
  private boolean comesOutTogether(Equation equation) {
    return (each(equation, true) && study.check(equation, 0))
        || (each(equation, false) && study.check(equation, 0));
  }

  /** The cells that a number follows; of those, if there are any, that no other of them does. */
  private BitSet ownCells(Equation equation, int number) {
    BitSet followed = study.influence().followed(number);
    BitSet own = (BitSet) followed.clone();
    for (int other = equation.first(); other < equation.first() + equation.count(); other++) {
      if (other != number) {
        own.andNot(study.influence().followed(other));
      }
    }
    return own.isEmpty() ? followed : own;
  }

  private boolean each(Equation equation, boolean adding) {
    if (!study.again()) {
      return false;
    }
    for (int number = equation.first(); number < equation.first() + equation.count(); number++) {
      BitSet own = ownCells(equation, number);
      long growth = -study.influence().difference(number);
      boolean done =
          growth == 0
              || (adding
                  ? study.adjustment().add(number, growth, own, Alphabet.ANY)
                      || study.adjustment().add(number, growth + 256, own, Alphabet.ANY)
                      || study.adjustment().add(number, growth - 256, own, Alphabet.ANY)
                  : study.adjustment().flip(number, study.influence().bits(number), own));
      if (!done) {
        return false;
      }
    }
    return true;
  }
}
