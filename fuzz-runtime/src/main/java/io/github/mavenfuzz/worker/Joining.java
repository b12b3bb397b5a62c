// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.mutation.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Joins each entry with those that were mutated before it, and listens to what comes of that: what
 * one refers to another may declare, which touches nothing new before the two agree. To have them
 * agree, what they compare when they are joined is followed later, as there is time.
 */
final class Joining {
  private static final int MOST_ENTRIES = 64;

  /** What is longer has mostly all that it needs. */
  private static final int LONGEST = 1024;

  private static final List<String> BETWEEN = List.of("", "\n");

  private static final int MOST_PAIRS = 4096;

  /** What compares more is not waiting for one thing that the other has. */
  private static final int MOST_SUGGESTIONS = 256;

  private final Slice slice;
  private final Supplier<Input> newInput;
  private final Share shareOfJoining;
  private final Share shareOfFollowing;
  private final Input joint;
  private final Set<Integer> known = new HashSet<>();
  private final Deque<Input> entries = new ArrayDeque<>();

  // The last ones first.
  private final Deque<Pair> unjoined = new ArrayDeque<>();
  private final Deque<Pair> unfollowed = new ArrayDeque<>();

  /** Two entries, and what comes between them. */
  private record Pair(Input first, String between, Input second) {

    /** Makes them one; false if that is too long. */
    boolean join(Input joint, int maxLength) {
      joint.copyFrom(first);
      return joint.append(second, between, maxLength);
    }
  }

  Joining(Slice slice, Supplier<Input> newInput) {
    this.slice = slice;
    this.newInput = newInput;
    this.shareOfJoining = slice.newShare();
    this.shareOfFollowing = slice.newShare();
    this.joint = newInput.get();
  }

  /** An entry is mutated: it is to be joined with others, unless that was so before. */
  void meet(int entry, Input parent) {
    if (parent.length() == 0 || parent.length() > LONGEST || !known.add(entry)) {
      return;
    }
    Input kept = newInput.get();
    kept.copyFrom(parent);
    for (Input other : entries) {
      for (String between : BETWEEN) {
        put(unjoined, new Pair(other, between, kept));
        put(unjoined, new Pair(kept, between, other));
      }
    }
    if (entries.size() == MOST_ENTRIES) {
      entries.removeFirst();
    }
    entries.addLast(kept);
  }

  private static void put(Deque<Pair> pairs, Pair pair) {
    if (pairs.size() == MOST_PAIRS) {
      pairs.removeLast();
    }
    pairs.addFirst(pair);
  }

  /** Joins what is to be joined, as there is time. */
  void join(int maxLength) {
    slice.begin(shareOfJoining);
    while (goesOn(shareOfJoining) && !unjoined.isEmpty()) {
      Pair pair = unjoined.removeFirst();
      if (pair.join(slice.input(), maxLength)) {
        slice.exploreAndTell();
        put(unfollowed, pair);
      }
    }
    slice.end(shareOfJoining);
  }

  /**
   * Follows what entries compare that were joined.
   *
   * @return whether the slice's input has learned from anything
   */
  boolean follow(int maxLength) {
    slice.begin(shareOfFollowing);
    boolean learned = false;
    while (goesOn(shareOfFollowing) && !unfollowed.isEmpty()) {
      if (unfollowed.removeFirst().join(joint, maxLength)) {
        followJoint(maxLength);
        learned = true;
      }
    }
    slice.end(shareOfFollowing);
    return learned;
  }

  private void followJoint(int maxLength) {
    Input input = slice.input();
    input.copyFrom(joint);
    input.learn(slice.trace().compared());
    slice.look();
    int left = MOST_SUGGESTIONS;
    for (Promise promise : Promise.values()) {
      int count = Math.min(input.suggestions(promise), left);
      left -= count;
      for (int i = 0; i < count && goesOn(shareOfFollowing); i++) {
        if (input.follow(promise, i, maxLength)) {
          slice.exploreAndTell();
          input.copyFrom(joint);
        }
      }
    }
  }

  private boolean goesOn(Share share) {
    return slice.goesOn(share) && slice.hasRoomForFurther();
  }
}
