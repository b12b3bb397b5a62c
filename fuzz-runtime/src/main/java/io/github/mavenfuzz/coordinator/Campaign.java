// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.coordinator.WorkerEvent.Shrunk;
import io.github.mavenfuzz.coordinator.WorkerEvent.Worn;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.Wear;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign knows and decides: a {@link Search} for what is new and a {@link Pursuit} of what
 * fails share its workers and its budget. Belongs to the coordinator's thread; knows no threads and
 * no processes.
 */
final class Campaign {

  /** What a crash that was found at the last moment may be minimized for, beyond the end. */
  private static final Duration LAST_MINIMIZATION = Duration.ofSeconds(10);

  /** What crashes may be confirmed for after that, unless one alone can take longer. */
  private static final Duration LAST_CONFIRMATIONS = Duration.ofSeconds(10);

  /** So many executions may have to run into their limit before one crash is confirmed. */
  private static final int EXECUTIONS_PER_CONFIRMATION = 2;

  /** Workers that are killed before they run anything are replaced so often in a row, each. */
  private static final int MOST_IDLE_DEATHS = 3;

  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final int mostIdleDeaths;
  private final Corpus corpus;
  private final ExecutionLedger ledger;
  private final Statistics statistics;
  private final SparePolicy spares;
  private final Pursuit pursuit;
  private final Search search;
  private final SlowExecutions slow = new SlowExecutions();
  private final Set<Wear> wearTold = EnumSet.noneOf(Wear.class);
  private Duration elapsed = Duration.ZERO;
  private int idleDeaths;
  private boolean started;

  /**
   * Reads the stored corpus.
   *
   * @param underWay counts executions, so far, of calls that are not answered yet
   * @throws CoordinatorException if a seed is malformed or something cannot be read
   */
  Campaign(
      CoordinatorOptions options,
      ProgressLog log,
      int parallel,
      LongSupplier nanoTime,
      LongSupplier underWay)
      throws CoordinatorException {
    this.options = options;
    this.log = log;
    this.mostIdleDeaths = MOST_IDLE_DEATHS * parallel;
    this.corpus = new Corpus(options);
    this.ledger = new ExecutionLedger(options.budget().executions());
    this.statistics =
        new Statistics(log, nanoTime, () -> ledger.spent() + underWay.getAsLong(), parallel);
    this.spares = new SparePolicy(options, statistics);
    this.pursuit = new Pursuit(options, log, corpus, ledger, statistics, spares);
    this.search = new Search(options, log, parallel, corpus, ledger, statistics, pursuit);
  }

  /** Time passes. */
  void tick() {
    statistics.tick();
    search.lookForNews();
  }

  /** Whether there is nothing to do any more. */
  boolean isOver() {
    return isWindingDown() && (!pursuit.isOpen() || isOvertime(mostOvertime()));
  }

  private Duration mostOvertime() {
    Duration one = options.timeout().multipliedBy(EXECUTIONS_PER_CONFIRMATION);
    return LAST_MINIMIZATION.plus(one.compareTo(LAST_CONFIRMATIONS) > 0 ? one : LAST_CONFIRMATIONS);
  }

  /** Whether nothing new is looked for any more. */
  boolean isWindingDown() {
    return pursuit.isEnough() || isSpent();
  }

  /** Whether the slot's worker should come back soon, whatever it does. */
  boolean wantsBack(WorkerSlot slot) {
    return isWindingDown() && (!pursuit.occupies(slot) || isLate());
  }

  /** Whether a worker that does not search is needed beside those that do. */
  boolean wantsSpare() {
    return spares.hasSpare() && pursuit.isOpen();
  }

  /** Whether something failed, for which the campaign is worth concluding even if it broke. */
  boolean hasFindings() {
    return pursuit.hasFindings();
  }

  /** Whether the budget is spent. */
  private boolean isSpent() {
    return ledger.isExhausted() || isOvertime(Duration.ZERO);
  }

  /** Whether the campaign has taken its time and more. */
  private boolean isOvertime(Duration more) {
    Duration time = options.budget().time();
    return started && time != null && statistics.elapsed().compareTo(time.plus(more)) >= 0;
  }

  /** Whether there is no time left, not even to make a crash of the last moment smaller. */
  private boolean isLate() {
    return isOvertime(LAST_MINIMIZATION);
  }

  /** A worker has set the target up: the first tells the rows of the argument sources. */
  void onReady(Ready ready) {
    ready.slot().renewed();
    if (started) {
      return;
    }
    started = true;
    ready.opened().notices().forEach(notice -> log.warn("fuzz: " + notice));
    search.begin(ready.opened().seeds());
  }

  /** Gives the slot's worker something to do; false if there is nothing. */
  boolean assign(WorkerSlot slot) {
    if (pursuit.assign(slot, isWindingDown(), isLate())) {
      return true;
    }
    boolean usedUp = slot.isTainted() || (slot.isSpare() && !slot.isFresh());
    boolean idle = !started || usedUp || slot.isSpare() || isWindingDown();
    Call call = idle ? null : search.next(slot);
    if (call != null) {
      slot.submit(call);
    } else if (usedUp && !isWindingDown() && spares.mayRenew(slot)) {
      spares.renew(slot);
    }
    return slot.isBusy();
  }

  /** The best so far of a crash's minimization; others do not report any. */
  void onProgress(WorkerSlot slot, Response.Progress progress) {
    pursuit.progressed(slot, progress);
  }

  void onAnswered(Answered answered) throws CoordinatorException {
    WorkerSlot slot = answered.slot();
    idleDeaths = 0;
    if (answered.response() instanceof Response.Replayed replayed) {
      onReplayed(slot, replayed.failure(), true);
      return;
    }
    ledger.settle(slot, answered.executions());
    if (answered.response() instanceof Response.Warmed warmed) {
      search.warmed(slot, warmed);
    } else if (answered.response() instanceof Response.Fuzzed fuzzed) {
      search.fuzzed(slot, fuzzed);
    } else if (answered.response() instanceof Response.Minimized minimized) {
      if (pursuit.occupies(slot)) {
        pursuit.minimized(slot, minimized);
      } else {
        search.minimized(slot, minimized);
      }
    } else {
      throw new CoordinatorException("a worker answered " + answered.response());
    }
  }

  /** A worker ended during a call: through its input, unless somebody outside ended it. */
  void onDied(Died died) throws CoordinatorException {
    WorkerSlot slot = died.slot();
    if (died.call() instanceof Call.Replay) {
      onReplayed(slot, died.how().asFailure(), false);
      return;
    }
    ledger.settle(slot, died.executions());
    if (pursuit.occupies(slot)) {
      pursuit.minimizerDied(slot);
    } else if (!search.died(died)) {
      onDeathWithoutInput(died);
    }
  }

  private void onReplayed(WorkerSlot slot, @Nullable Failure again, boolean alive) {
    Entry innocent = pursuit.replayed(slot, again, alive, isLate());
    if (innocent != null) {
      search.acquitted(innocent);
    }
  }

  /** A crash that no worker survives has been minimized. */
  void onShrunk(Shrunk shrunk) {
    pursuit.shrunk(shrunk);
  }

  /** The target has used up much of a worker: another takes its place before that is a failure. */
  void onWorn(Worn worn) {
    worn.slot().taint();
    for (Wear wear : worn.wear()) {
      if (wearTold.add(wear)) {
        log.warn("fuzz: the target %s: its workers are replaced now and then".formatted(wear));
      }
    }
  }

  /** An execution took long. */
  void onSlow(SlowExecution execution) {
    slow.add(execution);
  }

  private void onDeathWithoutInput(Died died) throws CoordinatorException {
    String how = died.how().describe();
    if (!died.how().isKilled() || ++idleDeaths > mostIdleDeaths) {
      throw new CoordinatorException(
          "a worker ended without running anything, " + how + "; " + died.how().circumstances());
    }
    log.warn("fuzz: a worker was " + how + "; starting another");
  }

  /** The slot's call will get no answer any more. */
  void abandon(WorkerSlot slot) {
    ledger.settle(slot, slot.executionsUnderWay());
    SlowExecution execution = slot.slowUnderWay();
    if (execution != null) {
      slow.add(execution);
    }
  }

  /** Nothing more comes: puts everything on disk, prints the last line. */
  void end() {
    elapsed = statistics.elapsed();
    pursuit.giveUp();
    if (started) {
      statistics.printLast();
      search.stability().report(log);
    }
    slow.report(options, corpus, log);
  }

  /** Tells the user how it ended. */
  CampaignResult conclude(boolean interrupted) {
    return new CampaignResult(
        options.target(),
        ledger.spent(),
        elapsed,
        statistics.interesting(),
        pursuit.conclude(),
        interrupted);
  }
}
