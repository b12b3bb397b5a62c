// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.comparison.Equations;
import io.github.mavenfuzz.comparison.Equations.Equation;
import io.github.mavenfuzz.mutation.Cells;
import io.github.mavenfuzz.mutation.Input;
import java.util.BitSet;

/**
 * An input that is studied, the base: what it compares, how that follows its cells, and how a
 * change that breaks some of it is mended. Not thread-safe.
 */
final class Study {

  /** A longer input takes too many executions to be understood. */
  private static final int MOST_CELLS = 256;

  private static final int MOST_MENDED = 6;

  /** Without more cells than that an input means nothing any more. */
  private static final int MOST_FRAGILE = 64;

  /** Of so many comparisons it is found out what they follow that are behind others. */
  private static final int MOST_HIDDEN = 4;

  private final Comparisons comparisons;
  private final Input input;
  private final Input base;
  private final Cells cells;
  private final Cells baseCells;
  private final Solver.Runs runs;
  private Equations equations;
  private Influence influence;
  private Adjustment adjustment;
  private boolean over;
  private boolean touched;

  Study(Comparisons comparisons, Input input, Input base, Solver.Runs runs) {
    this.comparisons = comparisons;
    this.input = input;
    this.base = base;
    this.cells = new Cells(input);
    this.baseCells = new Cells(base);
    this.runs = runs;
    this.equations = comparisons.equations();
    this.influence = new Influence(equations, 0);
    this.adjustment = new Adjustment(cells, influence, Alignment.same(0));
  }

  /** Begins with another base. */
  void begin(Input another) {
    base.copyFrom(another);
    over = false;
  }

  /** What is studied. */
  Input base() {
    return base;
  }

  /** What is run next is the base from now on. */
  void goOn() {
    base.copyFrom(input);
  }

  /** What is run next is the base again; false if nothing more is run. */
  boolean again() {
    if (!over) {
      // Else the input is the one that failed.
      input.copyFrom(base);
    }
    return !over;
  }

  /** Whether nothing more is run. */
  boolean isOver() {
    return over;
  }

  /** Of what is run next. */
  Cells cells() {
    return cells;
  }

  /** What the base compares, and the last run. */
  Equations equations() {
    return equations;
  }

  Influence influence() {
    return influence;
  }

  /** How cells of the base are to be changed. */
  Adjustment adjustment() {
    return adjustment;
  }

  /** Forgets whether something new was touched. */
  void forgetTouched() {
    touched = false;
  }

  /** Whether something new was touched since. */
  boolean hasTouched() {
    return touched;
  }

  /** Sees what the base compares. */
  boolean look() {
    input.copyFrom(base);
    int count = cells.count();
    if (over || count == 0 || count > MOST_CELLS) {
      return false;
    }
    comparisons.listen();
    over = !runs.run();
    equations = comparisons.equations();
    return !over;
  }

  /** Sees how what the base compares follows its cells. */
  boolean follow() {
    int count = baseCells.count();
    influence = new Influence(equations, count);
    adjustment = new Adjustment(cells, influence, Alignment.same(count));
    for (int cell = 0; cell < count && !over; cell++) {
      input.copyFrom(base);
      long content = cells.get(cell);
      long step = step(cell, content);
      cells.set(cell, content + step);
      if (run()) {
        influence.add(equations, cell, content, step);
      }
    }
    equations.all().stream()
        .filter(one -> one.isMet() && isOnlyFragile(one))
        .limit(MOST_HIDDEN)
        .forEach(this::followMending);
    return !over;
  }

  /** Whether it is not made any more whatever is changed. */
  boolean isOnlyFragile(Equation equation) {
    return influence.followed(equation.first()).isEmpty()
        && !influence.fragile(equation.first()).isEmpty();
  }

  /**
   * Sees how a comparison follows the cells without which it is not made: not until something else
   * is mended that a change of them breaks.
   */
  void followMending(Equation equation) {
    for (int cell : influence.fragile(equation.first()).stream().limit(MOST_FRAGILE).toArray()) {
      input.copyFrom(base);
      long content = cells.get(cell);
      long step = step(cell, content);
      cells.set(cell, content + step);
      boolean goesOn = run();
      for (int i = 0; goesOn && i < MOST_MENDED && !equations.isPresent(equation.first()); i++) {
        goesOn = mendFirst() && run();
      }
      if (over) {
        return;
      }
      for (int i = equation.first(); i < equation.first() + equation.count(); i++) {
        influence.add(equations, i, cell, step);
      }
    }
  }

  /** A step that leaves a digit a digit, and a letter a letter. */
  private long step(int cell, long content) {
    boolean isLast =
        content == cells.most(cell)
            || (cells.isElement(cell) && content < 0x80 && "9zZfF".indexOf((int) content) >= 0);
    return isLast ? -1 : 1;
  }

  /** Runs the input for what it compares; false if that is over. */
  boolean run() {
    if (over) {
      return false;
    }
    comparisons.listen();
    over = !runs.run();
    comparisons.heard(equations);
    touched |= !over && runs.looks();
    return !over;
  }

  /** The cells that something else follows which came out. */
  BitSet bound(Equation equation) {
    BitSet bound = new BitSet();
    for (Equation other : equations.all()) {
      if (other.isMet() && other.first() != equation.first()) {
        for (int i = other.first(); i < other.first() + other.count(); i++) {
          bound.or(influence.followed(i));
        }
      }
    }
    return bound;
  }

  /** Runs the input, which was made from the base, and mends what came out, and does not now. */
  void mend() {
    int mended = 0;
    while (run() && mended++ < MOST_MENDED && mendFirst()) {
      // Once more, for what comes after that.
    }
  }

  /** Runs the input, and mends what came out before and does not now. */
  boolean check(Equation equation, long aim) {
    for (int i = 0; i <= MOST_MENDED && run(); i++) {
      if (equations.is(equation, aim)) {
        return true;
      }
      if (!mendFirst()) {
        return false;
      }
    }
    return false;
  }

  /** Mends the first comparison that does not come out any more. */
  private boolean mendFirst() {
    for (Equation other : equations.all()) {
      int number = other.first();
      if (other.isMet() && equations.isPresent(number) && !equations.is(other, 0)) {
        return other.count() == 1 && mend(other);
      }
    }
    return false;
  }

  private boolean mend(Equation broken) {
    Adjustment by = new Adjustment(cells, influence, Alignment.of(baseCells, cells));
    BitSet some = influence.followed(broken.first());
    some.andNot(by.changed(baseCells));
    BitSet free = (BitSet) some.clone();
    free.andNot(bound(broken));
    return mend(broken.first(), by, free) || mend(broken.first(), by, some);
  }

  private boolean mend(int number, Adjustment by, BitSet some) {
    long growth = equations.right(number) - equations.left(number);
    long differing = equations.left(number) ^ equations.right(number);
    for (BitSet group : influence.groups(number, some)) {
      for (long wrap : Adjustment.WRAPS) {
        for (Alphabet alphabet : Alphabet.values()) {
          if (by.add(number, growth + wrap, group, alphabet)) {
            return true;
          }
        }
      }
      if (by.rewrite(number, growth, group) || by.flip(number, differing, group)) {
        return true;
      }
    }
    return false;
  }
}
