// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Content;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inputs that came further than others without reaching anything new: of use while the search for
 * new coverage gets nowhere. They are no part of the corpus. Time goes to turns as they pay: they
 * are rarer while they come no further, and while others than they reach what is new. Time is in
 * any unit: nanoseconds, or executions where a run is to be repeatable. Not thread-safe.
 */
final class Frontier {

  /** Executions without new coverage after which the search gets nowhere. */
  private static final long PATIENCE = 30_000;

  /** So many turns that come no further double the time between two. */
  private static final int DRY_TURNS = 32;

  /** What a turn counts for where no comparison tells anything at all. */
  private static final int BLIND_TURN = 16;

  /** No more turns than that are made up for at once. */
  private static final int MOST_DUE = 8;

  /** How much rarer turns are, at most, where the search without them gets on. */
  private static final int RAREST = 7;

  private final int part;
  private final int workers;
  private final Map<Milestone.Kind, Champions> champions = new EnumMap<>(Milestone.Kind.class);
  private final Map<WorkerSlot, Long> turns = new HashMap<>();
  private long reached;
  private long nextTurn;
  private int dryTurns;
  private int rarity;
  private int longest;

  /**
   * With how little of the workers' time turns take while inputs come further, 4 for a fourth, and
   * how many workers spend time at once.
   */
  Frontier(int part, int workers) {
    this.part = part;
    this.workers = workers;
  }

  /** The slot's worker reached new coverage, after so many executions of the campaign. */
  void reachedAt(WorkerSlot slot, long executions) {
    if (executions - reached >= PATIENCE) {
      rarity = turns.containsKey(slot) ? rarity / 2 : Math.min(rarity + 1, RAREST);
    }
    reached = executions;
  }

  /** Whether the next turn is the frontier's, after so many executions of the campaign. */
  boolean isDue(long executions, long now) {
    return executions - reached >= PATIENCE && now >= nextTurn;
  }

  /** The slot's worker has a turn from now on. */
  void begin(WorkerSlot slot, long now) {
    turns.put(slot, now);
  }

  /**
   * The slot's worker has no turn any more, if it had one, after so many executions of the
   * campaign.
   */
  void end(WorkerSlot slot, long executions, long now) {
    Long begun = turns.remove(slot);
    if (begun != null) {
      // Who has got nowhere for long gets nowhere without turns, either.
      long rarer = rarity * PATIENCE / Math.max(PATIENCE, executions - reached);
      long dry = (now - begun) * part * (DRY_TURNS + dryTurns) / DRY_TURNS;
      long period = dry * (1 + rarer) / workers;
      nextTurn = Math.max(nextTurn, now - MOST_DUE * period) + period;
      dryTurns += champions.isEmpty() ? BLIND_TURN : 1;
    }
  }

  /** Adds an input with which the slot's worker came further in something. */
  void add(WorkerSlot slot, Content content, List<Milestone> milestones) {
    for (Milestone milestone : milestones) {
      champions
          .computeIfAbsent(milestone.kind(), kind -> new Champions())
          .add(slot, milestone.number(), content);
    }
    dryTurns = 0;
    longest = Math.max(longest, content.bytes().length);
  }

  /** The length of the longest input that was added, in bytes of a corpus file. */
  int longest() {
    return longest;
  }

  /**
   * One of the inputs that came further, in each of the ways in which some did as often as that has
   * weight; null if there is none, and now and then.
   */
  @Nullable Content next(Prng random) {
    Champions kind = kind(random);
    return kind == null ? null : kind.next();
  }

  /** One of them, as likely, that has no turn of its own. */
  @Nullable Content any(Prng random) {
    Champions kind = kind(random);
    return kind == null ? null : kind.any(random);
  }

  private @Nullable Champions kind(Prng random) {
    int sum = champions.keySet().stream().mapToInt(Frontier::weight).sum();
    if (sum == 0 || random.oneIn(8)) {
      return null;
    }
    int rest = random.nextInt(sum);
    for (Map.Entry<Milestone.Kind, Champions> kind : champions.entrySet()) {
      rest -= weight(kind.getKey());
      if (rest < 0) {
        return kind.getValue();
      }
    }
    return null;
  }

  /** There are few of what has happened only once at a site. */
  private static int weight(Milestone.Kind kind) {
    return switch (kind) {
      case STATE, NEAREST, MET, TIMES -> 2;
      case IN_INPUT, SIZE -> 1;
    };
  }
}
