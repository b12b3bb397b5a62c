// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.inference.Solver;
import io.github.mavenfuzz.mutation.Input;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Has the {@link Solver} make an entry's comparisons come out, once; and mend what is made from an
 * entry, where what it passes depends on several of its parts.
 */
final class Solving implements Solver.Runs {
  private final Slice slice;
  private final Share share;
  private final Solver solver;

  /** More than that is too much for one entry. */
  private static final int MOST_TRIES = 4;

  /** How often there was no time for all of an entry, by its hash; as often as can be when done. */
  private final Map<Integer, Integer> tries = new HashMap<>();

  /** Hashes of those of which there is nothing to mend. */
  private final Set<Integer> unbound = new HashSet<>();

  private boolean understood;

  /** With an input for the solver's own use. */
  Solving(Slice slice, Comparisons comparisons, Input base) {
    this.slice = slice;
    this.share = slice.newShare();
    this.solver = new Solver(comparisons, slice.input(), base, this);
  }

  /** Begins with another entry. */
  void begin(int entry, Input parent) {
    slice.begin(share);
    if (slice.goesOn(share) && tries.getOrDefault(entry, 0) < MOST_TRIES) {
      boolean done = solver.solve(parent) || slice.hasFailed();
      tries.merge(entry, done ? MOST_TRIES : 1, Integer::sum);
    }
    understood = slice.goesOn(share) && !unbound.contains(entry) && solver.understand(parent);
    if (!understood && slice.goesOn(share)) {
      unbound.add(entry);
    }
    slice.end(share);
  }

  /** Begins with something else, that was made from an entry. */
  void begin(Input mutant) {
    slice.begin(share);
    boolean unused = solver.solve(mutant);
    slice.end(share);
  }

  /** Nothing is known of the entry. */
  void skip() {
    understood = false;
  }

  /** Whether what is made from the entry can be mended. */
  boolean canMend() {
    return understood;
  }

  /** Mends the input, which was made from the entry, and runs it. */
  void mend() {
    slice.begin(share);
    solver.mend();
    slice.end(share);
  }

  @Override
  public boolean run() {
    if (!slice.goesOn(share)) {
      return false;
    }
    slice.execute();
    return !slice.hasFailed();
  }

  @Override
  public boolean looks() {
    return slice.look();
  }
}
