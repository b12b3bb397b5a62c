// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.mutation.Prng;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The entries that the worker was given so far, for mutations to take parts of: with one for all of
 * a call, which may be a million executions, the right one would seldom have its turn.
 */
final class Mates {
  private static final int MOST = 256;

  /** In bytes and chars: a mate is copied for each batch of executions. */
  private static final int LONGEST = 1 << 14;

  private final Supplier<Input> newInput;
  private final Set<Integer> known = new HashSet<>();
  private final List<Input> mates = new ArrayList<>();

  Mates(Supplier<Input> newInput) {
    this.newInput = newInput;
  }

  /** The worker was given an entry, perhaps not for the first time. */
  void meet(int entry, Input content, Prng random) {
    if (content.length() == 0 || content.length() > LONGEST || !known.add(entry)) {
      return;
    }
    Input mate;
    if (mates.size() < MOST) {
      mate = newInput.get();
      mates.add(mate);
    } else {
      mate = mates.get(random.nextInt(MOST));
    }
    mate.copyFrom(content);
  }

  /** Becomes one of them; stays what it is if there is none. */
  void draw(Input mate, Prng random) {
    if (!mates.isEmpty()) {
      mate.copyFrom(mates.get(random.nextInt(mates.size())));
    }
  }
}
