// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.mutation.Input;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Joins each entry with those that were mutated before it, and listens to what comes of that: what
 * one refers to another may declare, which touches nothing new before the two agree.
 */
final class Joining {
  private static final int MOST_ENTRIES = 64;

  /** What is longer has mostly all that it needs. */
  private static final int LONGEST = 1024;

  private static final List<String> BETWEEN = List.of("", "\n");

  private final Slice slice;
  private final Supplier<Input> newInput;
  private final Share share;
  private final Set<Integer> joined = new HashSet<>();
  private final Deque<Input> entries = new ArrayDeque<>();

  Joining(Slice slice, Supplier<Input> newInput) {
    this.slice = slice;
    this.newInput = newInput;
    this.share = slice.newShare();
  }

  /** Joins an entry, unless that was done before. */
  void join(int entry, Input parent, int maxLength) {
    if (parent.length() == 0 || parent.length() > LONGEST || joined.contains(entry)) {
      return;
    }
    slice.begin(share);
    if (slice.goesOn(share)) {
      for (Input other : entries) {
        for (String between : BETWEEN) {
          run(other, between, parent, maxLength);
          run(parent, between, other, maxLength);
        }
      }
      joined.add(entry);
      keep(parent);
    }
    slice.end(share);
  }

  private void keep(Input parent) {
    Input kept = entries.size() < MOST_ENTRIES ? newInput.get() : entries.removeLast();
    kept.copyFrom(parent);
    entries.addFirst(kept);
  }

  private void run(Input first, String between, Input second, int maxLength) {
    Input input = slice.input();
    input.copyFrom(first);
    if (slice.goesOn(share)
        && slice.hasRoomForFurther()
        && input.append(second, between, maxLength)) {
      slice.exploreAndTell();
    }
  }
}
