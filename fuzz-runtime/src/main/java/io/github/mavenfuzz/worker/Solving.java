// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.inference.Solver;
import io.github.mavenfuzz.mutation.Input;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

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

  private static final int MOST_SOLVED = 256;

  /** How often there was no time for all of an entry, by its hash; as often as can be when done. */
  private final Map<Integer, Integer> tries = new HashMap<>();

  /** What entries were made to be that pass what the entry does not, by the entry's hash. */
  private final Map<Integer, Input> solved = new HashMap<>();

  /** Hashes of those of which there is nothing to mend. */
  private final Set<Integer> unbound = new HashSet<>();

  private final Supplier<Input> newInput;

  /** What the time is taken from. */
  private Share paying;

  private boolean understood;

  /** With what makes inputs for its own use. */
  Solving(Slice slice, Comparisons comparisons, Supplier<Input> newInput) {
    this.slice = slice;
    this.newInput = newInput;
    this.share = slice.newShare();
    this.paying = share;
    this.solver = new Solver(comparisons, slice.input(), newInput.get(), this);
  }

  /** Begins with another entry. */
  void begin(int entry, Input parent) {
    slice.begin(share);
    if (slice.goesOn(share) && tries.getOrDefault(entry, 0) < MOST_TRIES) {
      boolean done = solver.solve(parent) || slice.hasFailed();
      tries.merge(entry, done ? MOST_TRIES : 1, Integer::sum);
      if (done && !slice.hasFailed() && solver.hasRelated() && solved.size() < MOST_SOLVED) {
        solved.computeIfAbsent(entry, one -> newInput.get()).copyFrom(solver.solved());
      }
    }
    understand(entry, parent);
    slice.end(share);
  }

  /** Whether there is something that passes what the entry does not. */
  boolean hasSolved(int entry) {
    return solved.containsKey(entry);
  }

  /** Goes on with that, in the place of the entry. */
  void takeSolved(int entry, Input parent) {
    slice.begin(share);
    parent.copyFrom(Objects.requireNonNull(solved.get(entry)));
    understand(~entry, parent);
    slice.end(share);
  }

  private void understand(int hash, Input parent) {
    understood = slice.goesOn(share) && !unbound.contains(hash) && solver.understand(parent);
    if (!understood && slice.goesOn(share)) {
      unbound.add(hash);
    }
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

  /** The same, as a part of work that has another share of the time. */
  void mend(Share other) {
    paying = other;
    solver.mend();
    paying = share;
  }

  @Override
  public boolean run() {
    if (!slice.goesOn(paying)) {
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
