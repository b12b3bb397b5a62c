// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.mutation.Prng;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which entry is to be mutated next: the youngest that was not mutated yet; else, one time in two,
 * the next in turn, so that none is forgotten, and one of the more recent the other time, as what
 * was hard to reach is where most is still unknown. Not thread-safe.
 */
final class EntryQueue {
  private final List<Entry> entries = new ArrayList<>();
  private final Deque<Entry> young = new ArrayDeque<>();
  private int turn;

  /** Adds an entry that is to be mutated before those that were already. */
  void add(Entry entry) {
    entries.add(entry);
    young.push(entry);
  }

  /** Whether that entry has its turns. Takes as long as there are entries. */
  boolean contains(Entry entry) {
    return entries.contains(entry);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The next entry; there must be one. */
  Entry next(Prng random) {
    if (!young.isEmpty()) {
      return young.pop();
    }
    if (random.nextBoolean()) {
      return recent(random);
    }
    turn = turn % entries.size();
    return entries.get(turn++);
  }

  /** Any entry; there must be one. */
  Entry any(Prng random) {
    return entries.get(random.nextInt(entries.size()));
  }

  /** The smaller of two ages, both drawn: the last half comes three times as often as the first. */
  private Entry recent(Prng random) {
    int count = entries.size();
    return entries.get(Math.max(random.nextInt(count), random.nextInt(count)));
  }
}
