// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * New interesting inputs that are to be minimized: as in Go all of them are, but here that may
 * never take more than a part of all executions, so that a slow target is not starved.
 */
final class InterestingInputs {

  /** An input, and the probes that it was the first to touch. */
  record Found(Content content, List<ClassHits> keep) {}

  /** One in so many executions may be spent on minimizing; and a few more at the beginning. */
  private static final int EXECUTIONS_PER_MINIMIZING = 5;

  private static final long FIRST_CREDIT = 1_000;
  private static final long MOST_PER_INPUT = 2_000;

  /** Fewer executions than this cannot make an input smaller. */
  private static final long LEAST_PER_INPUT = 20;

  /** Of a slow target most stay as they are: what waits for long is not worth it any more. */
  private static final int MOST_WAITING = 8;

  private static final Duration LONGEST = Duration.ofMillis(200);

  private final Budget budget;
  private final Duration longest;
  private final int parallel;
  private final Deque<Found> waiting = new ArrayDeque<>();
  private final Map<WorkerSlot, Found> running = new HashMap<>();
  private long spent;

  /**
   * With the budget of one minimization.
   *
   * @param repeatable whether it must not depend on how fast this machine is
   */
  InterestingInputs(Budget budget, int parallel, boolean repeatable) {
    this.budget = budget;
    Duration time = budget.time();
    this.longest =
        !repeatable && (time == null || time.compareTo(LONGEST) > 0)
            ? LONGEST
            : Objects.requireNonNullElse(time, Duration.ZERO);
    this.parallel = parallel;
  }

  /** Takes an input to be minimized, unless too many wait already. */
  void offer(Content content, List<ClassHits> keep) {
    if (!budget.isNone() && waiting.size() < MOST_WAITING) {
      waiting.add(new Found(content, keep));
    }
  }

  /** The next minimization; null if there is none to do now. */
  @Nullable Call next(WorkerSlot slot, ExecutionLedger ledger) {
    if (waiting.isEmpty() || running.size() >= Math.max(1, parallel / 2)) {
      return null;
    }
    long credit = FIRST_CREDIT + ledger.spent() / EXECUTIONS_PER_MINIMIZING - spent;
    long most = Math.min(credit, ledger.share(parallel));
    if (most < LEAST_PER_INPUT) {
      return null;
    }
    Found found = waiting.remove();
    running.put(slot, found);
    long executions = Math.min(Math.min(most, MOST_PER_INPUT), budget.executions());
    return new Call.Minimize(
        found.content(), null, found.keep(), ledger.take(slot, executions), longest.toMillis());
  }

  /** The slot's minimization, if there was one, is over; returns what it began with. */
  @Nullable Found end(WorkerSlot slot, long executions) {
    Found found = running.remove(slot);
    if (found == null) {
      return null;
    }
    spent += executions;
    return found;
  }
}
