// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

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
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.Wear;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

  /** How often the cache is looked at for what others have found. */
  private static final Duration LOOK = Duration.ofSeconds(5);

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
  private Duration nextLook = LOOK;
  private Duration elapsed = Duration.ZERO;
  private int longest;
  private boolean started;
  private final Pursuit pursuit;
  private final SlowExecutions slow = new SlowExecutions();
  private final Set<Wear> wearTold = EnumSet.noneOf(Wear.class);

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
    this.ledger = new ExecutionLedger(options.budget().executions());
    this.statistics =
        new Statistics(log, System::nanoTime, () -> ledger.spent() + underWay, parallel);
    this.pursuit = new Pursuit(options, log, corpus, ledger, statistics);
    Long seed = options.seed();
    this.random = new Prng(seed == null ? System.nanoTime() : seed);
    stored.addAll(corpus.readSeeds(log));
    stored.addAll(corpus.readCache(log));
  }

  /** Time passes; workers have executed that much in calls that are not answered yet. */
  void tick(long executionsUnderWay) {
    underWay = executionsUnderWay;
    statistics.tick();
    boolean shared = options.seed() == null && statistics.isWarm();
    if (shared && statistics.elapsed().compareTo(nextLook) >= 0) {
      // Another campaign may use the same cache, on this machine or on a shared disk.
      nextLook = statistics.elapsed().plus(LOOK);
      corpus.readNews(log).forEach(this::addToWarmup);
    }
  }

  /** Whether there is nothing to do any more. */
  boolean isOver() {
    return isWindingDown() && !pursuit.isOpen();
  }

  /** Whether nothing new is looked for any more. */
  boolean isWindingDown() {
    return pursuit.isEnough() || isSpent();
  }

  /** Whether the slot's worker should come back soon, whatever it does. */
  boolean wantsBack(WorkerSlot slot) {
    return isWindingDown() && (!pursuit.occupies(slot) || isLate());
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
    if (pursuit.assign(slot, isLate())) {
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
        pursuit.known());
  }

  /** The best so far of a crash's minimization; others do not report any. */
  void onProgress(WorkerSlot slot, Response.Progress progress) {
    pursuit.progressed(slot, progress);
  }

  void onAnswered(Answered answered) throws CoordinatorException {
    WorkerSlot slot = answered.slot();
    if (answered.response() instanceof Response.Replayed replayed) {
      onReplayed(slot, replayed.failure(), true);
      return;
    }
    ledger.settle(slot, answered.executions());
    if (answered.response() instanceof Response.Warmed warmed) {
      onWarmed(slot, warmed);
    } else if (answered.response() instanceof Response.Fuzzed fuzzed) {
      onFuzzed(slot, fuzzed);
    } else if (answered.response() instanceof Response.Minimized minimized) {
      onMinimized(slot, minimized);
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
      pursuit.failed(slot, failing, failing.content(), failure);
    }
  }

  private void onFuzzed(WorkerSlot slot, Response.Fuzzed fuzzed) throws CoordinatorException {
    if (fuzzed.failure() != null && fuzzed.failing() != null) {
      pursuit.failed(slot, null, fuzzed.failing(), fuzzed.failure());
    }
    fuzzed.repeats().forEach(pursuit::again);
    for (Response.Interesting found : fuzzed.interesting()) {
      List<ClassHits> fresh = coverage.add(found.hits());
      if (!fresh.isEmpty() && !interesting.offer(found.content(), fresh)) {
        save(found.content());
      }
    }
    coverage.add(fuzzed.touched());
  }

  private void onMinimized(WorkerSlot slot, Response.Minimized minimized)
      throws CoordinatorException {
    if (pursuit.occupies(slot)) {
      pursuit.minimized(slot, minimized);
      return;
    }
    if (minimized.crash() != null && minimized.crashing() != null) {
      pursuit.failed(slot, null, minimized.crashing(), minimized.crash());
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
    if (died.call() instanceof Call.Replay) {
      onReplayed(slot, died.how().asFailure(), false);
      return;
    }
    ledger.settle(slot, died.executions());
    if (pursuit.occupies(slot)) {
      pursuit.minimizerDied(slot);
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
      pursuit.died(failing, input, died);
    }
  }

  private void onReplayed(WorkerSlot slot, @Nullable Failure again, boolean alive) {
    Entry innocent = pursuit.replayed(slot, again, alive, isLate());
    if (innocent != null) {
      queue.add(innocent);
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

  /** Nothing more comes: puts everything on disk, prints the last line. */
  void end() throws CoordinatorException {
    underWay = 0;
    elapsed = statistics.elapsed();
    pursuit.giveUp();
    for (Content content : interesting.drain()) {
      save(content);
    }
    if (started) {
      statistics.printLast();
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
