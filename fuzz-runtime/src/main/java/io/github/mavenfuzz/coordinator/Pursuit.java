// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.Crash.Minimization;
import io.github.mavenfuzz.coordinator.Crash.Stage;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Shrunk;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pursues the crashes of a campaign to their ends: runs again what is suspected, minimizes,
 * confirms in another worker, writes and reports. Belongs to the coordinator's thread.
 */
final class Pursuit {

  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final ExecutionLedger ledger;
  private final Statistics statistics;
  private final SparePolicy spares;
  private final Crashes crashes;
  private final FindingFiles files;
  private final FindingReport report;
  private final List<Finding> reported = new ArrayList<>();

  Pursuit(
      CoordinatorOptions options,
      ProgressLog log,
      Corpus corpus,
      ExecutionLedger ledger,
      Statistics statistics,
      SparePolicy spares) {
    this.options = options;
    this.log = log;
    this.ledger = ledger;
    this.statistics = statistics;
    this.spares = spares;
    this.crashes = new Crashes(options.keepGoing(), options.ignored());
    this.files = new FindingFiles(corpus, crashes, log);
    this.report = new FindingReport(options, log);
  }

  /** Whether so many were found that no more are looked for. */
  boolean isEnough() {
    return crashes.isEnough();
  }

  /** Whether something is still to be done. */
  boolean isOpen() {
    return crashes.open().findAny().isPresent();
  }

  /** Whether there is any finding, as far as one knows. */
  boolean hasFindings() {
    return crashes.findings().findAny().isPresent();
  }

  /** Whether the slot's worker is at work on a crash. */
  boolean occupies(WorkerSlot slot) {
    return crashes.heldBy(slot) != null;
  }

  /** Identities that workers need not tell of any more. */
  List<String> known() {
    return crashes.known();
  }

  /** A worker met a known crash that often. */
  void again(WorkerSlot slot, String identity, long times) {
    Crash crash = crashes.again(identity, times);
    if (crash != null && !crash.failure().certain() && !identity.equals(Failure.NOWHERE)) {
      slot.spoil();
    }
  }

  /**
   * An input failed, and its worker lives on.
   *
   * @param entry the entry of the corpus that it is, if it is one
   */
  void failed(WorkerSlot slot, @Nullable Entry entry, Content content, Failure failure) {
    if (failure.isPoisoningClasses()) {
      slot.taint();
    } else if (!failure.certain() && !failure.identity().equals(Failure.NOWHERE)) {
      slot.spoil();
    }
    // What another input left behind may be what this one suffers from.
    take(entry, content, failure, true, !failure.certain());
  }

  /** A worker ended with an input: through it, unless something else may have ended it. */
  void died(@Nullable Entry entry, Content content, Died died) {
    Failure failure = died.how().asFailure();
    boolean suspected = died.how().isKilled() || died.executions() == 0 || !failure.certain();
    take(entry, content, failure, false, suspected);
  }

  private void take(
      @Nullable Entry entry,
      Content content,
      Failure failure,
      boolean survived,
      boolean suspected) {
    Crash crash =
        new Crash(
            entry,
            content,
            failure,
            statistics.elapsed(),
            survived,
            suspected,
            !options.minimize().isNone());
    if (crashes.add(crash) && crash.isBelieved()) {
      begin(crash);
    }
  }

  /** A crash is the input's doing: from now on it cannot be lost. */
  private void begin(Crash crash) {
    files.write(crash);
    if (!crash.isOpen()) {
      finish(crash);
    }
  }

  /**
   * Gives the slot's worker what is next about a crash; false if there is nothing.
   *
   * @param ending whether nobody searches any more
   * @param late whether there is no more time to make anything smaller
   */
  boolean assign(WorkerSlot slot, boolean ending, boolean late) {
    Crash held = crashes.heldBy(slot);
    Crash crash = held == null ? waiting(slot, ending, late) : held;
    if (crash == null) {
      return false;
    }
    if (crash.stage() == Stage.FOUND && !late && !ledger.isExhausted()) {
      if (ledger.available() <= 0) {
        // Others have taken all there is, and will give some back.
        return false;
      }
      if (slot.isTainted()) {
        return replace(slot, crash, ending);
      }
      crashes.hold(slot, crash);
      if (minimize(crash, slot)) {
        return true;
      }
    }
    if (crash.stage() == Stage.FOUND) {
      crash.leaveAsItIs();
    }
    if (!crash.isOpen()) {
      finish(crash);
      return false;
    }
    if (!ending && !spares.isFor(slot)) {
      crashes.release(slot);
      return false;
    }
    if (slot.isFresh() || isAmongOthers(slot, crash)) {
      crashes.hold(slot, crash);
      crash.beginReplay(slot.isFresh());
      slot.submit(new Call.Replay(crash.content()));
      return true;
    }
    return replace(slot, crash, ending);
  }

  /** Replaces the slot's worker for a crash; false if that is to wait. */
  private boolean replace(WorkerSlot slot, Crash crash, boolean ending) {
    if (!ending && !spares.mayRenew(slot)) {
      crashes.release(slot);
      return false;
    }
    crashes.hold(slot, crash);
    if (ending && crash.stage() != Stage.FOUND) {
      slot.restartBriefly();
    } else {
      spares.renew(slot);
    }
    return true;
  }

  private @Nullable Crash waiting(WorkerSlot slot, boolean ending, boolean late) {
    if (!ending && !spares.isFor(slot)) {
      return null;
    }
    // A worker costs half a second: one that is sound does all that it can before the next.
    Crash next = null;
    if (spares.hasSpare() && !slot.isFresh() && !slot.isTainted()) {
      next = crashes.waiting(one -> isAmongOthers(slot, one));
      if (next == null && !late && !spares.mayRenew(slot)) {
        next = crashes.waiting(Pursuit::isMinimizedInOneWorker);
      }
    }
    if (next == null) {
      next = crashes.waiting(one -> one.stage() != Stage.FOUND);
    }
    return next == null ? crashes.waiting(one -> true) : next;
  }

  private static boolean isMinimizedInOneWorker(Crash crash) {
    return crash.stage() == Stage.FOUND && crash.minimization() == Minimization.IN_WORKER;
  }

  /** Whether the slot's worker, which has only confirmed others, may run the crash again, too. */
  private boolean isAmongOthers(WorkerSlot slot, Crash crash) {
    return spares.hasSpare()
        && slot.hasOnlyConfirmed()
        && !slot.isTainted()
        && crash.mayRunAmongOthers()
        && crashes.isConfirmedSite(crash);
  }

  private boolean minimize(Crash crash, WorkerSlot slot) {
    Duration now = statistics.elapsed();
    Duration limit = options.minimize().time();
    Duration time =
        limit == null ? Duration.ZERO : limit.minus(now.minus(crash.beginMinimizing(now)));
    if (limit != null && (time.isNegative() || time.isZero())) {
      return false;
    }
    long executions =
        ledger.take(slot, Math.min(options.minimize().executions(), ExecutionLedger.MOST));
    statistics.beginMinimizing(crash.content().bytes().length);
    if (crash.minimization() == Minimization.IN_WORKER) {
      slot.submit(
          new Call.Minimize(
              crash.content(),
              crash.failure(),
              null,
              executions,
              // Zero would mean no limit.
              limit == null ? 0 : Math.max(1, time.toMillis())));
    } else {
      slot.minimize(
          new FatalMinimizer.Task(
              crash.content(),
              crash.failure(),
              executions,
              time.toNanos(),
              crash.minimization() == Minimization.WORKER_EACH));
    }
    return true;
  }

  /** The best so far of the minimization on that slot. */
  void progressed(WorkerSlot slot, Response.Progress progress) {
    Crash crash = crashes.heldBy(slot);
    if (crash != null && progress.failure() != null) {
      crash.improve(progress.best(), progress.failure());
      statistics.minimizedTo(progress.best().bytes().length, progress.executions());
    }
  }

  /** The slot's worker has minimized its crash. */
  void minimized(WorkerSlot slot, Response.Minimized minimized) {
    Crash crash = crashes.heldBy(slot);
    statistics.endMinimizing();
    if (crash == null) {
      return;
    }
    if (minimized.failure() != null) {
      crash.improve(minimized.best(), minimized.failure());
    }
    // A worker that is used up comes back early: another goes on, as long as that gets further.
    if (!slot.isTainted() || !crash.gotSmaller()) {
      endMinimizing(slot, crash);
    }
  }

  /** A crash has been minimized across workers. */
  void shrunk(Shrunk shrunk) {
    ledger.settle(shrunk.slot(), shrunk.executions());
    Crash crash = crashes.heldBy(shrunk.slot());
    statistics.endMinimizing();
    if (crash != null) {
      if (shrunk.failure() != null) {
        crash.improve(shrunk.best(), shrunk.failure());
      }
      endMinimizing(shrunk.slot(), crash);
    }
  }

  private void endMinimizing(WorkerSlot slot, Crash crash) {
    crash.minimized();
    if (spares.hasSpare()) {
      crashes.release(slot);
    }
    Crash same = crashes.merge(crash);
    if (same != null) {
      crash.giveUp();
      files.remove(crash.file());
    } else if (!crash.isOpen()) {
      finish(crash);
    }
  }

  /** The slot's worker ended as it minimized its crash: from now on others die for it. */
  void minimizerDied(WorkerSlot slot) {
    statistics.endMinimizing();
    Crash crash = crashes.heldBy(slot);
    if (crash != null) {
      crash.endedItsMinimizer();
      crashes.release(slot);
      if (options.seed() != null) {
        // What it told of its progress depends on how fast this machine is.
        crash.startOver();
      }
    }
  }

  /**
   * The slot's crash was run again.
   *
   * @param again how it failed; null if it passed
   * @param alive whether the worker lives on
   * @param late whether there is no time to run it any more
   * @return the entry of the corpus that turned out to be innocent, if one did
   */
  @Nullable Entry replayed(WorkerSlot slot, @Nullable Failure again, boolean alive, boolean late) {
    Crash crash = crashes.heldBy(slot);
    if (crash == null) {
      return null;
    }
    boolean suspected = crash.stage() == Stage.SUSPECTED;
    crash.replayed(again, alive);
    if (again == null || !crash.failure().isSame(again)) {
      slot.doubt();
    } else if (!again.certain()) {
      slot.taint();
    }
    if (late && crash.isBelieved() && !crash.differsAmongOthers()) {
      crash.giveUp();
    }
    if (suspected) {
      crashes.release(slot);
      return judge(crash);
    }
    if (!crash.isOpen()) {
      finish(crash);
    }
    return null;
  }

  private @Nullable Entry judge(Crash crash) {
    boolean isNew = crashes.judge(crash);
    if (crash.stage() == Stage.CLEARED) {
      log.warn(
          "fuzz: " + whatHappened(crash) + ", but the input passes in another worker: no finding");
      return crash.entry();
    }
    if (isNew) {
      begin(crash);
    }
    return null;
  }

  /** A crash became a finding: whoever waits for more is told of each at once. */
  private void finish(Crash crash) {
    crashes.settle(crash);
    files.write(crash);
    if (options.keepGoing() > 1) {
      reported.add(report.report(crash));
    }
  }

  /** There is no time to look further: what nobody knows better is believed, or kept for later. */
  void giveUp() {
    for (Crash crash : crashes.open().toList()) {
      crash.giveUp();
      if (crash.isBelieved()) {
        finish(crash);
      } else {
        files.keep(crash);
        log.warn(
            "fuzz: "
                + whatHappened(crash)
                + ", and there was no time to run the input again: it is kept in the cache");
      }
    }
  }

  private static String whatHappened(Crash crash) {
    String what = Printable.of(crash.failure().summary().lines().findFirst().orElse(""));
    boolean survived = crash.minimization() != Minimization.ACROSS_WORKERS;
    return (survived ? "an execution failed (" : "a worker was ended (") + what + ")";
  }

  /** Reports what was not reported yet; returns all findings. */
  List<Finding> conclude() {
    List<Crash> findings = crashes.findings().toList();
    List<Crash> passedOver = crashes.passedOver().toList();
    if (options.keepGoing() == 1) {
      findings.forEach(crash -> reported.add(report.report(crash)));
    }
    boolean several = options.keepGoing() > 1 && !findings.isEmpty();
    if (several || !passedOver.isEmpty()) {
      report.summarize(findings, passedOver);
    }
    return List.copyOf(reported);
  }
}
