// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an execution compares, number by number: what did not come out, and perhaps never has, and
 * what did. Executions of other inputs are then read for the same comparisons, to see how their
 * sides follow the input. Not thread-safe.
 */
public final class Equations {
  private static final int MOST_OPEN = 24;
  private static final int MOST_MET = 96;

  /** What a method compares time and again is a part of what it has to find this time. */
  private static final int MOST_FAMILIAR = 2;

  private static final long[] NONE = {};
  private static final long[] ZERO = {0};

  /**
   * One comparison: of two numbers, or of as many as two sequences have elements.
   *
   * @param first the place of its first number
   * @param count how many there are
   * @param aims what the left side minus the right is to become, one or the other; nothing if it
   *     came out, and is to stay as it is
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record Equation(int site, int first, int count, long[] aims) {

    /** Whether it tells what is less, not only what is equal. */
    public boolean isOrder() {
      return !Sites.isEquality(site);
    }

    /** Whether it came out. */
    public boolean isMet() {
      return aims.length == 0;
    }
  }

  private final Outcomes outcomes;
  private final List<Equation> all = new ArrayList<>();
  private final Map<Operands.Key, Equation> byKey = new HashMap<>();
  private final Set<Integer> sites = new HashSet<>();
  private long[] left = NONE;
  private long[] right = NONE;
  private boolean[] present = {};

  /** Chooses those of interest of what one execution compared, in that order. */
  Equations(List<Operands> compared, Outcomes outcomes) {
    this.outcomes = outcomes;
    List<Equation> chosen = new ArrayList<>();
    int open = 0;
    int met = 0;
    int familiar = 0;
    // What comes last is what the execution ended with.
    for (int i = compared.size() - 1; i >= 0; i--) {
      Operands one = compared.get(i);
      if (one.isEqual() && Sites.isEquality(one.key().site())) {
        if (met++ < MOST_MET) {
          chosen.add(add(one, NONE));
        }
        continue;
      }
      long[] aims =
          outcomes.isHopeless(one.key().site()) ? NONE : outcomes.missing(one.key().site());
      if (aims.length == 0 && Sites.isEquality(one.key().site()) && familiar++ < MOST_FAMILIAR) {
        aims = ZERO;
      }
      if (aims.length > 0 && open++ < MOST_OPEN) {
        chosen.add(add(one, aims));
      }
    }
    Collections.reverse(chosen);
    all.addAll(chosen);
    read(compared);
  }

  private Equation add(Operands operands, long[] aims) {
    int first = left.length;
    int count = operands.left().length;
    left = Arrays.copyOf(left, first + count);
    right = Arrays.copyOf(right, first + count);
    present = Arrays.copyOf(present, first + count);
    Equation equation = new Equation(operands.key().site(), first, count, aims);
    byKey.put(operands.key(), equation);
    sites.add(operands.key().site());
    return equation;
  }

  /** Whether it has comparisons of that site. */
  boolean has(int site) {
    return sites.contains(site);
  }

  /** Takes what another execution compared. */
  void read(List<Operands> compared) {
    Arrays.fill(present, false);
    for (Operands operands : compared) {
      Equation equation = byKey.get(operands.key());
      if (equation != null && equation.count == operands.left().length) {
        System.arraycopy(operands.left(), 0, left, equation.first, equation.count);
        System.arraycopy(operands.right(), 0, right, equation.first, equation.count);
        Arrays.fill(present, equation.first, equation.first + equation.count, true);
      }
    }
  }

  /** The comparisons, in the order in which they were made. */
  public List<Equation> all() {
    return Collections.unmodifiableList(all);
  }

  /** How many numbers are compared in all of them together. */
  public int numbers() {
    return left.length;
  }

  /** The left side of the number at that place, in the execution that was read last. */
  public long left(int place) {
    return left[place];
  }

  /** The right side. */
  public long right(int place) {
    return right[place];
  }

  /** Whether the execution that was read last compared it at all. */
  public boolean isPresent(int place) {
    return present[place];
  }

  /** Whether, in the execution that was read last, each left side minus the right is that. */
  public boolean is(Equation equation, long difference) {
    for (int i = equation.first; i < equation.first + equation.count; i++) {
      if (!present[i] || left[i] - right[i] != difference) {
        return false;
      }
    }
    return true;
  }

  /** It is being tried to make one come out. */
  public void tried(Equation equation) {
    outcomes.tried(equation.site);
  }
}
