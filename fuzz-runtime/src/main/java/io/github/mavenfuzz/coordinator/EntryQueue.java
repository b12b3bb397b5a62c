// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.mutation.Prng;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entry is to be mutated next: the youngest that was not mutated yet, most times; else, of a
 * few that are drawn, the one with the most discoveries for its time. An entry that had little,
 * compared with others, is as good as one that pays, so that none is forgotten; what runs fast has
 * an advantage. So has what was the first to reach something in the target's own class, and not in
 * a library of which it uses little: there it says what it wants to see. Time is in any unit:
 * nanoseconds, or executions where a run is to be repeatable. After AFLFast (Böhme et al., CCS
 * 2016), with discoveries in the place of path frequencies. Not thread-safe.
 */
final class EntryQueue {

  /** Workers on one target choose differently, so that what one neglects another does not. */
  private enum Schedule {
    /** What pays. */
    EXPLOITING(3),
    /** What was found late, whether it pays or not. */
    EXPLORING(1),
    /** What pays best. */
    GREEDY(8);

    /** So many are compared. */
    final int drawn;

    Schedule(int drawn) {
      this.drawn = drawn;
    }

    static Schedule of(WorkerSlot slot) {
      return values()[slot.number() % values().length];
    }
  }

  private static final class Energy {
    final Entry entry;
    long discoveries = 1;
    long time;

    /** Laplace's rule, so that what a short time tells is not taken for certainty. */
    Energy(Entry entry, long turn) {
      this.entry = entry;
      this.time = turn;
    }

    boolean isMoreThan(Energy other) {
      return discoveries * other.time > other.discoveries * time;
    }
  }

  private record Turn(Energy energy, long begin) {}

  private static final int DRAWS_AMONG_YOUNG = 3;
  private static final int DRAWS_PER_OWN = 2;

  private final long turn;
  private final boolean weighing;
  private final List<Energy> entries = new ArrayList<>();

  /** Those of {@link #entries} that are the target's own. */
  private final List<Energy> owns = new ArrayList<>();

  private final List<Entry> retired = new ArrayList<>();
  private final Deque<Energy> young = new ArrayDeque<>();
  private final Deque<Energy> youngOwns = new ArrayDeque<>();
  private final Map<WorkerSlot, Turn> turns = new HashMap<>();

  /** With how long a turn is, and whether entries that pay are to have more of them. */
  EntryQueue(long turn, boolean weighing) {
    this.turn = turn;
    this.weighing = weighing;
  }

  /**
   * Adds an entry that is to be mutated before those that were already.
   *
   * @param own whether it was the first to reach something in the target's own class
   */
  void add(Entry entry, boolean own) {
    youngs(own).addFirst(energy(entry, own));
  }

  /** Adds an entry that was found before: it is mutated after those that were found now. */
  void addStored(Entry entry, boolean own) {
    youngs(own).addLast(energy(entry, own));
  }

  private Deque<Energy> youngs(boolean own) {
    return own ? youngOwns : young;
  }

  private Energy energy(Entry entry, boolean own) {
    Energy energy = new Energy(entry, turn);
    entries.add(energy);
    if (own) {
      owns.add(energy);
    }
    return energy;
  }

  /** Adds an entry that has its turns when others are no better, as each takes that long. */
  void addSlow(Entry entry, long turn) {
    entries.add(new Energy(entry, turn));
  }

  /** Adds an entry that has no turns: others may still take parts of it. */
  void retire(Entry entry) {
    retired.add(entry);
  }

  /** Whether that entry has its turns. Takes as long as there are entries. */
  boolean contains(Entry entry) {
    return entries.stream().anyMatch(energy -> energy.entry.equals(entry));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The next entry, whose turn begins now on the slot's worker; there must be one. */
  Entry next(WorkerSlot slot, Prng random, long now) {
    Energy next = young(random);
    if (next == null) {
      next = draw(Schedule.of(slot), random);
    }
    turns.put(slot, new Turn(next, now));
    return next.entry;
  }

  /** The turn of the slot's entry, if there was one, ends now. */
  void end(WorkerSlot slot, int discoveries, long now) {
    Turn ended = turns.remove(slot);
    if (ended != null) {
      ended.energy.discoveries += discoveries;
      ended.energy.time += now - ended.begin;
    }
  }

  /** Any entry, also one that has no turns; there must be one that has. */
  Entry any(Prng random) {
    int number = random.nextInt(entries.size() + retired.size());
    return number < entries.size()
        ? entries.get(number).entry
        : retired.get(number - entries.size());
  }

  /** One that had no turn yet; null if there is none, and at times. */
  private @Nullable Energy young(Prng random) {
    if (!youngOwns.isEmpty()) {
      return youngOwns.removeFirst();
    }
    // Of a large library young ones come for minutes: what one turn was too short for has another.
    return random.oneIn(DRAWS_AMONG_YOUNG) ? null : young.pollFirst();
  }

  private Energy draw(Schedule schedule, Prng random) {
    if (!weighing) {
      return entries.get(random.nextInt(entries.size()));
    }
    boolean own = !owns.isEmpty() && random.oneIn(DRAWS_PER_OWN);
    List<Energy> some = own ? owns : entries;
    Energy best = recent(some, random);
    for (int i = 1; i < schedule.drawn; i++) {
      Energy other = some.get(random.nextInt(some.size()));
      if (other.isMoreThan(best)) {
        best = other;
      }
    }
    return best;
  }

  /** What was hard to reach is where most is still unknown. */
  private static Energy recent(List<Energy> some, Prng random) {
    int count = some.size();
    return some.get(Math.max(random.nextInt(count), random.nextInt(count)));
  }
}
