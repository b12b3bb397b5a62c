// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * Inputs that came further than others without reaching anything new: of use while the search for
 * new coverage gets nowhere. They are no part of the corpus. Not thread-safe.
 */
final class Frontier {

  /** Executions without new coverage after which the search gets nowhere. */
  private static final long PATIENCE = 30_000;

  /** While inputs come further, one in so many executions is the frontier's: each takes long. */
  private static final int LEAST_PART = 8;

  /** Each turn that comes no further makes that an eighth more, up to here. */
  private static final int MOST_PART = 128;

  /** Executions per turn: few, as the right input to go on from is one of many. */
  static final long SLICE_EXECUTIONS = 4_000;

  private static final int MOST = 512;

  private final List<Content> inputs = new ArrayList<>();
  private long reached;
  private long spent;
  private int part = LEAST_PART;

  /** New coverage was reached, after so many executions. */
  void reachedAt(long executions) {
    reached = executions;
    spent = 0;
  }

  /** Whether the next turn is the frontier's, after so many executions of the campaign. */
  boolean isDue(long executions) {
    long since = executions - reached;
    if (since < PATIENCE || spent * part > since) {
      return false;
    }
    spent += SLICE_EXECUTIONS;
    part = Math.min(MOST_PART, part + part / LEAST_PART);
    return true;
  }

  /** Adds an input; there is an end to how many are kept. */
  void add(Content content) {
    if (inputs.size() == MOST) {
      inputs.subList(0, MOST / 4).clear();
    }
    inputs.add(content);
    part = LEAST_PART;
  }

  /** One of the inputs, more often a recent one; the other if there is none, and now and then. */
  Content pick(Prng random, Content other) {
    int count = inputs.size();
    if (count == 0 || random.oneIn(8)) {
      return other;
    }
    return inputs.get(Math.max(random.nextInt(count), random.nextInt(count)));
  }
}
