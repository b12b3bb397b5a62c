// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.Crash.Stage;
import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private @Nullable Crash crash;
  private @Nullable WorkerSlot crashMinimizer;

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
    Long seed = options.seed();
    this.random = new Prng(seed == null ? System.nanoTime() : seed);
    stored.addAll(corpus.readSeeds(log));
    stored.addAll(corpus.readCache(log));
  }

  /** The failing input of this campaign, once there is one. */
  @Nullable Crash crash() {
    return crash;
  }

  /** Whether that slot minimizes the failing input. */
  boolean isMinimizingCrash(WorkerSlot slot) {
    return slot == crashMinimizer;
  }

  /** Time passes; workers have executed that much in calls that are not answered yet. */
  void tick(long executionsUnderWay) {
    underWay = executionsUnderWay;
    if (started) {
      statistics.tick();
    }
  }

  /** Whether the budget is spent. */
  boolean isSpent() {
    return ledger.isExhausted() || isOvertime(Duration.ZERO);
  }

  /** Whether the campaign has taken its time and more. */
  boolean isOvertime(Duration more) {
    Duration time = options.budget().time();
    return started && time != null && statistics.elapsed().compareTo(time.plus(more)) >= 0;
  }

  /** A worker has set the target up: the first tells the rows of the argument sources. */
  void onReady(Ready ready) {
    coverage.forget(ready.slot());
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
    Call call = crash == null ? nextCall(slot) : crashMinimization(slot, crash);
    if (call == null) {
      return false;
    }
    slot.submit(call);
    return true;
  }

  private @Nullable Call nextCall(WorkerSlot slot) {
    if (!started || ledger.available() <= 0 || isSpent()) {
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
        coverage.news(slot));
  }

  private @Nullable Call crashMinimization(WorkerSlot slot, Crash found) {
    if (found.stage() != Stage.FOUND) {
      return null;
    }
    long executions = ledger.take(slot, options.minimize().executions());
    if (executions <= 0) {
      found.finish(true);
      return null;
    }
    crashMinimizer = slot;
    found.begin();
    statistics.beginMinimizing(found.content().bytes().length);
    Duration time = options.minimize().time();
    return new Call.Minimize(
        found.content(),
        found.failure().identity(),
        null,
        executions,
        time == null ? 0 : time.toMillis());
  }

  /** The best so far of the crash's minimization; others do not report any. */
  void onProgress(Response.Progress progress) {
    if (crash != null) {
      crash.improve(progress.best(), progress.failure());
      statistics.minimizedTo(progress.best().bytes().length, progress.executions());
    }
  }

  void onAnswered(Answered answered) throws CoordinatorException {
    WorkerSlot slot = answered.slot();
    ledger.settle(slot, answered.executions());
    if (answered.response() instanceof Response.Warmed warmed) {
      onWarmed(slot, warmed);
    } else if (answered.response() instanceof Response.Fuzzed fuzzed) {
      onFuzzed(fuzzed);
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
      onFailure(failing.isSeed() ? failing : null, failing.content(), failure);
    }
  }

  private void onFuzzed(Response.Fuzzed fuzzed) throws CoordinatorException {
    if (fuzzed.failure() != null && fuzzed.failing() != null) {
      onFailure(null, fuzzed.failing(), fuzzed.failure());
    }
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
    if (slot == crashMinimizer && crash != null) {
      crashMinimizer = null;
      crash.improve(minimized.best(), minimized.failure());
      crash.finish(minimized.reproduced());
      return;
    }
    if (minimized.crash() != null && minimized.crashing() != null) {
      onFailure(null, minimized.crashing(), minimized.crash());
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
      if (crash == null) {
        throw new CoordinatorException(problem, e);
      }
      // What fails is worth more than what is interesting, and has still to be written.
      log.warn("fuzz: " + problem);
    }
  }

  /** A worker ended during a call: through its input, unless somebody outside ended it. */
  void onDied(Died died) throws CoordinatorException {
    WorkerSlot slot = died.slot();
    ledger.settle(slot, died.executions());
    boolean minimizedCrash = slot == crashMinimizer;
    crashMinimizer = minimizedCrash ? null : crashMinimizer;
    Entry failing = warmup.died(slot, (int) died.executions(), died.how().isKilled());
    Content original = interesting.died(slot);
    if (original != null) {
      save(original);
    }
    if (minimizedCrash && crash != null) {
      crash.finish(true);
    } else if (died.how().isKilled() && failing == null) {
      log.warn("fuzz: a worker was " + died.how().describe() + "; starting another");
    } else if (failing != null) {
      onDeath(failing.isSeed() ? failing : null, failing.content(), died);
    } else if (died.input() != null) {
      onDeath(null, died.input(), died);
    } else {
      throw new CoordinatorException(
          "a worker ended without running anything, "
              + died.how().describe()
              + "; its output:\n"
              + died.how().output());
    }
  }

  /** The slot's call will get no answer any more, but has executed that much. */
  void abandon(WorkerSlot slot, long executions) {
    ledger.settle(slot, executions);
  }

  private static Failure failureOf(Died died) {
    Failure hung = died.hung();
    return hung != null ? hung : died.how().asFailure();
  }

  private void onDeath(@Nullable Entry seed, Content content, Died died) {
    onFailure(seed, content, failureOf(died));
    if (crash != null && crash.stage() == Stage.FOUND) {
      // What ended this worker would end the one that tries to make it smaller.
      crash.finish(true);
    }
  }

  /**
   * A slot cannot go on. That ends the campaign, unless there is a crash to report: then it only
   * ends the crash's minimization.
   */
  void onBroken(WorkerSlot slot, CoordinatorException cause) throws CoordinatorException {
    if (crash == null) {
      throw cause;
    }
    log.warn("fuzz: " + cause.getMessage());
    if (crashMinimizer == null || crashMinimizer == slot) {
      crash.finish(true);
    }
  }

  private void onFailure(@Nullable Entry seed, Content content, Failure failure) {
    if (crash == null) {
      crash = new Crash(seed, content, failure, statistics.elapsed(), !options.minimize().isNone());
    }
  }

  /** Nothing more comes: puts everything on disk, prints the last line. */
  void end() throws CoordinatorException {
    for (Content content : interesting.drain()) {
      save(content);
    }
    underWay = 0;
    elapsed = statistics.elapsed();
    if (started) {
      statistics.printLast();
    }
  }

  /** Tells the user how it ended. */
  CampaignResult conclude(boolean interrupted) throws CoordinatorException {
    Finding finding = crash == null ? null : new FindingReport(options, log).report(crash, corpus);
    return new CampaignResult(
        options.target(), ledger.spent(), elapsed, statistics.interesting(), finding, interrupted);
  }
}
