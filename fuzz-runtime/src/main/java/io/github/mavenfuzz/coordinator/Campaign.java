// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.Crash.Stage;
import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.coordinator.WorkerEvent.Shrunk;
import io.github.mavenfuzz.coordinator.WorkerEvent.Worn;
import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.Wear;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign knows and decides: which call a worker makes next, and what follows from its
 * answer. Belongs to the coordinator's thread; knows no threads and no processes.
 */
final class Campaign {

  /** How long a worker mutates one entry before another gets its turn; Go's value. */
  private static final Duration SLICE = Duration.ofMillis(100);

  /** The same when a run is to be repeatable: executions, as no two runs take the same time. */
  private static final long SLICE_EXECUTIONS = 10_000;

  /** More than any call can execute; so that a call without a limit leaves some to the others. */
  private static final long CALL_EXECUTIONS = 1L << 40;

  /** What a crash that was found at the last moment may be minimized for, beyond the end. */
  private static final Duration LAST_MINIMIZATION = Duration.ofSeconds(10);

  /**
   * After these a class, or the memory, stays as it is for good: nothing else is to be judged by.
   */
  private static final Set<String> POISONING =
      Set.of(
          "java.lang.ExceptionInInitializerError",
          "java.lang.NoClassDefFoundError",
          "java.lang.OutOfMemoryError");

  /** Inputs may be this long at first, and then twice as long as the longest of the corpus. */
  private static final int FIRST_LENGTH = 128;

  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final Corpus corpus;
  private final List<Entry> stored = new ArrayList<>();
  private final EntryQueue queue = new EntryQueue();
  private final Warmup warmup = new Warmup();
  private final InterestingInputs interesting;
  private final SharedCoverage coverage = new SharedCoverage();
  private final ExecutionLedger ledger;
  private final Statistics statistics;
  private final Prng random;
  private long underWay;
  private Duration elapsed = Duration.ZERO;
  private int longest;
  private boolean started;
  private final Crashes crashes;
  private final FindingReport report;
  private final Set<Wear> wearTold = EnumSet.noneOf(Wear.class);
  private long slowExecutions;
  private @Nullable SlowExecution slowest;
  private final List<Finding> reported = new ArrayList<>();

  /**
   * Reads the stored corpus.
   *
   * @throws CoordinatorException if a seed is malformed or something cannot be read
   */
  Campaign(CoordinatorOptions options, ProgressLog log, int parallel) throws CoordinatorException {
    this.options = options;
    this.log = log;
    this.corpus = new Corpus(options);
    this.interesting = new InterestingInputs(options.minimize(), parallel, options.seed() != null);
    this.crashes = new Crashes(options.keepGoing(), options.ignored());
    this.report = new FindingReport(options, log);
    this.ledger = new ExecutionLedger(options.budget().executions());
    this.statistics =
        new Statistics(log, System::nanoTime, () -> ledger.spent() + underWay, parallel);
    Long seed = options.seed();
    this.random = new Prng(seed == null ? System.nanoTime() : seed);
    stored.addAll(corpus.readSeeds(log));
    stored.addAll(corpus.readCache(log));
  }

  /** Time passes; workers have executed that much in calls that are not answered yet. */
  void tick(long executionsUnderWay) {
    underWay = executionsUnderWay;
    statistics.tick();
  }

  /** Whether there is nothing to do any more. */
  boolean isOver() {
    return isWindingDown() && crashes.open().findAny().isEmpty();
  }

  /** Whether nothing new is looked for any more. */
  boolean isWindingDown() {
    return crashes.isEnough() || isSpent();
  }

  /** Whether the slot's worker should come back soon, whatever it does. */
  boolean wantsBack(WorkerSlot slot) {
    return isWindingDown() && (crashes.heldBy(slot) == null || isOvertime(LAST_MINIMIZATION));
  }

  /** Whether something failed, for which the campaign is worth concluding even if it broke. */
  boolean hasFindings() {
    return crashes.findings().findAny().isPresent();
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

  /** A worker has set the target up: the first tells the rows of the argument sources. */
  void onReady(Ready ready) {
    ready.slot().renewed();
    if (started) {
      return;
    }
    started = true;
    ready.opened().notices().forEach(notice -> log.warn("fuzz: " + notice));
    List<Content> rows = ready.opened().seeds();
    for (int i = 0; i < rows.size(); i++) {
      addToWarmup(new Entry("seed#" + i, rows.get(i), Origin.SEED_ROW));
    }
    stored.forEach(this::addToWarmup);
    if (warmup.size() == 0) {
      log.warn("warning: starting with empty corpus");
      addToWarmup(corpus.zeroEntry());
    }
    statistics.begin(warmup.size());
  }

  private void addToWarmup(Entry entry) {
    if (corpus.add(entry)) {
      warmup.add(entry);
      longest = Math.max(longest, entry.content().bytes().length);
    }
  }

  /** Gives the slot's worker something to do; false if there is nothing. */
  boolean assign(WorkerSlot slot) {
    Crash held = crashes.heldBy(slot);
    Crash crash = held == null ? crashes.waiting() : held;
    if (crash != null && pursue(crash, slot)) {
      return true;
    }
    Call call = slot.isTainted() || isWindingDown() ? null : nextCall(slot);
    if (call != null) {
      slot.submit(call);
    } else if (slot.isTainted() && !isWindingDown()) {
      slot.restart();
    }
    return slot.isBusy();
  }

  /** Does what is next about a crash; false if there is nothing more to do. */
  private boolean pursue(Crash crash, WorkerSlot slot) {
    crash.worker = slot;
    if (crash.stage() == Stage.FOUND) {
      long executions =
          isOvertime(LAST_MINIMIZATION) ? 0 : ledger.take(slot, options.minimize().executions());
      if (executions > 0) {
        statistics.beginMinimizing(crash.content().bytes().length);
        minimize(crash, slot, executions);
        return true;
      }
      crash.leaveAsItIs();
    }
    if (!crash.isOpen()) {
      finish(crash);
      return false;
    }
    if (crash.needsFreshWorker() && !slot.isFresh()) {
      slot.restart();
    } else {
      slot.submit(new Call.Replay(crash.content()));
    }
    return true;
  }

  private void minimize(Crash crash, WorkerSlot slot, long executions) {
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
  }

  private @Nullable Call nextCall(WorkerSlot slot) {
    if (!started || ledger.available() <= 0) {
      return null;
    }
    if (warmup.hasNext()) {
      List<Entry> batch = warmup.next(slot, ledger.available());
      ledger.take(slot, batch.size());
      return new Call.Warmup(batch.stream().map(Entry::content).toList(), coverage.news(slot));
    }
    if (!statistics.isWarm()) {
      return null;
    }
    Call minimization = interesting.next(slot, ledger);
    return minimization != null ? minimization : fuzz(slot);
  }

  private Call fuzz(WorkerSlot slot) {
    if (queue.isEmpty()) {
      queue.add(corpus.zeroEntry());
    }
    boolean repeatable = options.seed() != null;
    long share = (ledger.available() + options.parallel() - 1) / options.parallel();
    long executions =
        ledger.take(slot, Math.min(share, repeatable ? SLICE_EXECUTIONS : CALL_EXECUTIONS));
    return new Call.Fuzz(
        queue.next().content(),
        random.nextLong(),
        Math.min(options.maxLength(), Math.max(FIRST_LENGTH, 2 * longest)),
        executions,
        repeatable ? 0 : SLICE.toMillis(),
        coverage.news(slot),
        crashes.known());
  }

  /** The best so far of a crash's minimization; others do not report any. */
  void onProgress(WorkerSlot slot, Response.Progress progress) {
    Crash crash = crashes.heldBy(slot);
    if (crash != null) {
      crash.improve(progress.best(), progress.failure());
      statistics.minimizedTo(progress.best().bytes().length, progress.executions());
    }
  }

  void onAnswered(Answered answered) throws CoordinatorException {
    WorkerSlot slot = answered.slot();
    Crash crash = crashes.heldBy(slot);
    if (answered.response() instanceof Response.Replayed replayed && crash != null) {
      onReplayed(crash, replayed.failure(), true);
      return;
    }
    ledger.settle(slot, answered.executions());
    if (answered.response() instanceof Response.Warmed warmed) {
      onWarmed(slot, warmed);
    } else if (answered.response() instanceof Response.Fuzzed fuzzed) {
      onFuzzed(slot, fuzzed);
    } else if (answered.response() instanceof Response.Minimized minimized) {
      onMinimized(slot, minimized, crash);
    } else {
      throw new CoordinatorException("a worker answered " + answered.response());
    }
  }

  private void onWarmed(WorkerSlot slot, Response.Warmed warmed) {
    int run = warmed.fresh().size();
    List<Entry> batch = warmup.ran(slot, run);
    warmed.fresh().forEach(coverage::add);
    batch.forEach(queue::add);
    statistics.warmedUp(run);
    Failure failure = warmed.failure();
    if (failure != null) {
      Entry failing = batch.get(run - 1);
      onFailure(slot, failing, failing.content(), failure);
    }
  }

  private void onFuzzed(WorkerSlot slot, Response.Fuzzed fuzzed) throws CoordinatorException {
    if (fuzzed.failure() != null && fuzzed.failing() != null) {
      onFailure(slot, null, fuzzed.failing(), fuzzed.failure());
    }
    fuzzed.repeats().forEach(crashes::again);
    for (Response.Interesting found : fuzzed.interesting()) {
      List<ClassHits> fresh = coverage.add(found.hits());
      if (!fresh.isEmpty() && !interesting.offer(found.content(), fresh)) {
        save(found.content());
      }
    }
    coverage.add(fuzzed.touched());
  }

  private void onMinimized(WorkerSlot slot, Response.Minimized minimized, @Nullable Crash crash)
      throws CoordinatorException {
    if (crash != null) {
      statistics.endMinimizing();
      crash.improve(minimized.best(), minimized.failure());
      crash.minimized();
      write(crash);
      return;
    }
    if (minimized.crash() != null && minimized.crashing() != null) {
      onFailure(slot, null, minimized.crashing(), minimized.crash());
    }
    save(interesting.minimized(slot, minimized.best(), minimized.executions()));
  }

  private void save(Content content) throws CoordinatorException {
    try {
      Entry entry = corpus.save(content);
      if (corpus.add(entry)) {
        queue.add(entry);
        statistics.addInteresting();
        longest = Math.max(longest, content.bytes().length);
      }
    } catch (IOException e) {
      String problem =
          "cannot write to the cache "
              + options.cacheDirectory()
              + ": "
              + e
              + "; set fuzz.cachedir to a directory that can be written to";
      if (!hasFindings()) {
        throw new CoordinatorException(problem, e);
      }
      // What fails is worth more than what is interesting, and has still to be written.
      log.warn("fuzz: " + problem);
    }
  }

  /** A worker ended during a call: through its input, unless somebody outside ended it. */
  void onDied(Died died) throws CoordinatorException {
    WorkerSlot slot = died.slot();
    Crash held = crashes.heldBy(slot);
    if (died.call() instanceof Call.Replay && held != null) {
      onReplayed(held, died.how().asFailure(), false);
      return;
    }
    ledger.settle(slot, died.executions());
    if (held != null) {
      // What its minimizer met is not pursued: the best so far is.
      statistics.endMinimizing();
      held.endedItsMinimizer();
      return;
    }
    Entry failing = warmup.died(slot, (int) died.executions());
    Content original = interesting.died(slot);
    if (original != null) {
      save(original);
    }
    if (failing != null) {
      statistics.warmedUp(1);
    }
    Content input = failing != null ? failing.content() : died.input();
    if (input == null) {
      onDeathWithoutInput(died);
    } else {
      onDeath(failing, input, died);
    }
  }

  /** A crash that no worker survives has been minimized. */
  void onShrunk(Shrunk shrunk) {
    ledger.settle(shrunk.slot(), shrunk.executions());
    statistics.endMinimizing();
    Crash crash = crashes.heldBy(shrunk.slot());
    if (crash != null) {
      crash.improve(shrunk.best(), shrunk.failure());
      crash.minimized();
      write(crash);
    }
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

  /** An execution took long: a hang in the making, or what makes this campaign slow. */
  void onSlow(SlowExecution execution) {
    slowExecutions++;
    if (slowest == null || slowest.time().compareTo(execution.time()) < 0) {
      slowest = execution;
    }
  }

  private void reportSlowest() {
    if (slowest == null) {
      return;
    }
    Path file = corpus.saveReport("slowest", slowest.input(), log);
    log.warn(
        String.format(
            Locale.ROOT,
            "fuzz: %d executions took longer than a tenth of fuzz.timeout (%s); the slowest took"
                + " %.1fs%s",
            slowExecutions,
            GoDuration.format(options.timeout()),
            slowest.time().toMillis() / 1000.0,
            file == null ? "" : ", with the input in " + report.relative(file)));
  }

  private void onDeathWithoutInput(Died died) throws CoordinatorException {
    String how = died.how().describe();
    if (!died.how().isKilled()) {
      throw new CoordinatorException(
          "a worker ended without running anything, "
              + how
              + "; its output:\n"
              + died.how().output());
    }
    log.warn("fuzz: a worker was " + how + "; starting another");
  }

  /** The slot's call will get no answer any more, but has executed that much. */
  void abandon(WorkerSlot slot, long executions) {
    ledger.settle(slot, executions);
  }

  private void onFailure(WorkerSlot slot, @Nullable Entry entry, Content content, Failure failure) {
    if (failure.types().stream().anyMatch(POISONING::contains)) {
      slot.taint();
    }
    boolean suspected = isOutOfMemory(failure);
    take(new Crash(entry, content, failure, statistics.elapsed(), true, suspected, minimizes()));
  }

  /** Memory may be short for what other inputs left behind. */
  private static boolean isOutOfMemory(Failure failure) {
    return failure.kind() == Kind.OUT_OF_MEMORY;
  }

  private void onDeath(@Nullable Entry entry, Content content, Died died) {
    Failure failure = died.how().asFailure();
    boolean suspected = died.how().isKilled() || died.executions() == 0 || isOutOfMemory(failure);
    take(new Crash(entry, content, failure, statistics.elapsed(), false, suspected, minimizes()));
  }

  private boolean minimizes() {
    return !options.minimize().isNone();
  }

  private void take(Crash crash) {
    if (crashes.add(crash) && crash.isBelieved()) {
      write(crash);
      if (!crash.isOpen()) {
        finish(crash);
      }
    }
  }

  /** An input that failed was run again in a fresh worker. */
  private void onReplayed(Crash crash, @Nullable Failure again, boolean alive) {
    boolean suspected = crash.stage() == Stage.SUSPECTED;
    crash.replayed(again, alive);
    if (isOvertime(LAST_MINIMIZATION) && crash.isBelieved()) {
      crash.giveUp();
    }
    if (!crash.isOpen() || suspected) {
      crash.worker = null;
    }
    if (suspected && !crashes.judge(crash)) {
      if (crash.stage() == Stage.CLEARED) {
        clear(crash);
      }
      return;
    }
    if (suspected) {
      write(crash);
    }
    if (!crash.isOpen()) {
      finish(crash);
    }
  }

  private void clear(Crash crash) {
    log.warn(
        "fuzz: a worker was ended ("
            + firstLine(crash)
            + "), but its input passes in another: no finding");
    Entry entry = crash.entry();
    if (entry != null) {
      queue.add(entry);
    }
  }

  /** Puts a crash's input on disk; a smaller one takes the place of the one before. */
  private void write(Crash crash) {
    if (crash.seed() != null) {
      return;
    }
    boolean isNew = !corpus.isSeed(crash.content());
    Path file = corpus.saveFinding(crash.content(), log);
    Path before = crash.file;
    if (file == null || file.equals(before)) {
      return;
    }
    if (before != null && crash.ownFile) {
      corpus.removeFinding(before, log);
    }
    crash.file = file;
    crash.ownFile = isNew;
  }

  /** A crash became a finding: whoever waits for more is told of each at once. */
  private void finish(Crash crash) {
    if (options.keepGoing() > 1) {
      reported.add(report.report(crash));
    }
  }

  /** Nothing more comes: puts everything on disk, prints the last line. */
  void end() throws CoordinatorException {
    underWay = 0;
    elapsed = statistics.elapsed();
    for (Crash crash : crashes.open().toList()) {
      giveUp(crash);
    }
    for (Content content : interesting.drain()) {
      save(content);
    }
    if (started) {
      statistics.printLast();
    }
    reportSlowest();
  }

  /** There is no time to look further into a crash. */
  private void giveUp(Crash crash) throws CoordinatorException {
    if (!crash.isBelieved()) {
      log.warn(
          "fuzz: a worker was ended (%s), and there was no time to run its input again: it is kept"
                  .formatted(firstLine(crash))
              + " in the cache");
      save(crash.content());
    }
    crash.giveUp();
    if (crash.isBelieved()) {
      finish(crash);
    }
  }

  private static String firstLine(Crash crash) {
    return crash.failure().summary().lines().findFirst().orElse("");
  }

  /** Tells the user how it ended. */
  CampaignResult conclude(boolean interrupted) {
    List<Crash> findings = crashes.findings().toList();
    List<Crash> passedOver = crashes.passedOver().toList();
    if (options.keepGoing() == 1) {
      findings.forEach(crash -> reported.add(report.report(crash)));
    }
    if (options.keepGoing() > 1 || !passedOver.isEmpty()) {
      report.summarize(findings, passedOver);
    }
    return new CampaignResult(
        options.target(), ledger.spent(), elapsed, statistics.interesting(), reported, interrupted);
  }
}
