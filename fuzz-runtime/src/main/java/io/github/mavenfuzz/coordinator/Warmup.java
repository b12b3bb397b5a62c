// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries that are still to be run once, unmutated, and those that a worker is running now. */
final class Warmup {

  /** Entries per call: enough to make a message cheap, few enough to share among workers. */
  private static final int BATCH = 50;

  /** Bytes per call: a line of the channel is held in memory. */
  private static final long BATCH_BYTES = 1 << 20;

  private final Deque<Entry> pending = new ArrayDeque<>();
  private final Map<WorkerSlot, List<Entry>> running = new HashMap<>();
  private int size;

  void add(Entry entry) {
    pending.add(entry);
    size++;
  }

  /** How many entries there were in all. */
  int size() {
    return size;
  }

  boolean hasNext() {
    return !pending.isEmpty();
  }

  /** The next entries for the slot's worker: at least one, at most so many. */
  List<Entry> next(WorkerSlot slot, long most) {
    List<Entry> batch = new ArrayList<>();
    long bytes = 0;
    while (!pending.isEmpty() && batch.size() < Math.min(most, BATCH) && bytes < BATCH_BYTES) {
      Entry entry = pending.remove();
      batch.add(entry);
      bytes += entry.content().bytes().length;
    }
    running.put(slot, batch);
    return batch;
  }

  /** The slot's worker has run the first so many of its entries; returns them. */
  List<Entry> ran(WorkerSlot slot, int count) {
    List<Entry> batch = running.remove(slot);
    if (batch == null) {
      return List.of();
    }
    batch.subList(count, batch.size()).forEach(pending::addFirst);
    return batch.subList(0, count);
  }

  /**
   * The slot's worker ended after it had begun so many executions; the others of its entries are to
   * be run again.
   *
   * @return the entry that it ended with; null if there is none
   */
  @Nullable Entry died(WorkerSlot slot, int executions) {
    List<Entry> batch = running.remove(slot);
    if (batch == null) {
      return null;
    }
    Entry last = executions > 0 && executions <= batch.size() ? batch.get(executions - 1) : null;
    for (Entry entry : batch) {
      if (!entry.equals(last)) {
        pending.addFirst(entry);
      }
    }
    return last;
  }
}
