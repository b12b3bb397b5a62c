// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which entry is to be mutated next: the youngest that was not mutated yet, else the next in turn.
 * Not thread-safe.
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
  Entry next() {
    if (!young.isEmpty()) {
      return young.pop();
    }
    turn = turn % entries.size();
    return entries.get(turn++);
  }
}
