// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.Crash.Stage;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Shrunk;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import io.github.mavenfuzz.protocol.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pursues the crashes of a campaign to their ends: runs again what is suspected, minimizes,
 * confirms in a fresh worker, writes and reports. Belongs to the coordinator's thread.
 */
final class Pursuit {

  /**
   * After these a class, or the memory, stays as it is for good: nothing else is to be judged by.
   */
  private static final Set<String> POISONING =
      Set.of(
          "java.lang.ExceptionInInitializerError",
          "java.lang.NoClassDefFoundError",
          "java.lang.OutOfMemoryError");

  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final Corpus corpus;
  private final ExecutionLedger ledger;
  private final Statistics statistics;
  private final Crashes crashes;
  private final FindingReport report;
  private final List<Finding> reported = new ArrayList<>();

  /** Files that this campaign put where they are. */
  private final Set<Path> own = new HashSet<>();

  Pursuit(
      CoordinatorOptions options,
      ProgressLog log,
      Corpus corpus,
      ExecutionLedger ledger,
      Statistics statistics) {
    this.options = options;
    this.log = log;
    this.corpus = corpus;
    this.ledger = ledger;
    this.statistics = statistics;
    this.crashes = new Crashes(options.keepGoing(), options.ignored());
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
  void again(String identity, long times) {
    crashes.again(identity, times);
  }

  /**
   * An input failed, and its worker lives on.
   *
   * @param entry the entry of the corpus that it is, if it is one
   */
  void failed(WorkerSlot slot, @Nullable Entry entry, Content content, Failure failure) {
    if (failure.types().stream().anyMatch(POISONING::contains)) {
      slot.taint();
    }
    take(entry, content, failure, true, isOutOfMemory(failure));
  }

  /** Memory may be short for what other inputs left behind. */
  private static boolean isOutOfMemory(Failure failure) {
    return failure.kind() == Kind.OUT_OF_MEMORY;
  }

  /** A worker ended with an input: through it, unless something else may have ended it. */
  void died(@Nullable Entry entry, Content content, Died died) {
    Failure failure = died.how().asFailure();
    boolean suspected = died.how().isKilled() || died.executions() == 0 || isOutOfMemory(failure);
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
      write(crash);
      if (!crash.isOpen()) {
        finish(crash);
      }
    }
  }

  /**
   * Gives the slot's worker what is next about a crash; false if there is nothing.
   *
   * @param late whether there is no more time to make anything smaller
   */
  boolean assign(WorkerSlot slot, boolean late) {
    Crash held = crashes.heldBy(slot);
    Crash crash = held == null ? crashes.waiting() : held;
    if (crash == null) {
      return false;
    }
    crashes.hold(slot, crash);
    if (crash.stage() == Stage.FOUND && !minimize(crash, slot, late)) {
      crash.leaveAsItIs();
    }
    if (!crash.isOpen()) {
      finish(crash);
      return false;
    }
    if (crash.stage() != Stage.FOUND) {
      runAgain(crash, slot);
    }
    return true;
  }

  private boolean minimize(Crash crash, WorkerSlot slot, boolean late) {
    long executions = late ? 0 : ledger.take(slot, options.minimize().executions());
    if (executions == 0) {
      return false;
    }
    statistics.beginMinimizing(crash.content().bytes().length);
    Duration limit = options.minimize().time();
    Duration time = limit == null ? Duration.ZERO : limit;
    if (crash.survived()) {
      slot.submit(
          new Call.Minimize(
              crash.content(), crash.failure().identity(), null, executions, time.toMillis()));
    } else {
      slot.minimize(
          new FatalMinimizer.Task(crash.content(), crash.failure(), executions, time.toNanos()));
    }
    return true;
  }

  private static void runAgain(Crash crash, WorkerSlot slot) {
    if (crash.needsFreshWorker() && !slot.isFresh()) {
      slot.restart();
    } else {
      slot.submit(new Call.Replay(crash.content()));
    }
  }

  /** The best so far of the minimization on that slot. */
  void progressed(WorkerSlot slot, Response.Progress progress) {
    Crash crash = crashes.heldBy(slot);
    if (crash != null) {
      crash.improve(progress.best(), progress.failure());
      statistics.minimizedTo(progress.best().bytes().length, progress.executions());
    }
  }

  /** The slot's worker has minimized its crash. */
  void minimized(WorkerSlot slot, Response.Minimized minimized) {
    endMinimizing(slot, minimized.best(), minimized.failure());
  }

  /** A crash that no worker survives has been minimized. */
  void shrunk(Shrunk shrunk) {
    ledger.settle(shrunk.slot(), shrunk.executions());
    endMinimizing(shrunk.slot(), shrunk.best(), shrunk.failure());
  }

  private void endMinimizing(WorkerSlot slot, Content best, @Nullable Failure failure) {
    statistics.endMinimizing();
    Crash crash = crashes.heldBy(slot);
    if (crash != null) {
      crash.improve(best, failure);
      crash.minimized();
      write(crash);
    }
  }

  /** The slot's worker ended as it minimized its crash: from now on others die for it. */
  void minimizerDied(WorkerSlot slot) {
    statistics.endMinimizing();
    Crash crash = crashes.heldBy(slot);
    if (crash != null) {
      crash.endedItsMinimizer();
      crashes.release(slot);
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
    if (late && crash.isBelieved()) {
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
      write(crash);
      if (!crash.isOpen()) {
        finish(crash);
      }
    }
    return null;
  }

  /** Puts a crash's input on disk; a smaller one takes the place of the one before. */
  private void write(Crash crash) {
    if (crash.seed() != null) {
      return;
    }
    boolean isNew = !corpus.isSeed(crash.content());
    Path file = corpus.saveFinding(crash.content(), log);
    Path before = crash.file();
    if (file == null || file.equals(before)) {
      return;
    }
    if (before != null && own.remove(before)) {
      corpus.removeFinding(before, log);
    }
    crash.written(file);
    if (isNew) {
      own.add(file);
    }
  }

  /** A crash became a finding: whoever waits for more is told of each at once. */
  private void finish(Crash crash) {
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
        corpus.keep(crash.content(), log);
        log.warn(
            "fuzz: "
                + whatHappened(crash)
                + ", and there was no time to run the input again: it is kept in the cache");
      }
    }
  }

  private static String whatHappened(Crash crash) {
    String what = crash.failure().summary().lines().findFirst().orElse("");
    return (crash.survived() ? "an execution failed (" : "a worker was ended (") + what + ")";
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
