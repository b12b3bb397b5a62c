// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.Technique;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches for inputs that reach something new: runs the corpus once, then has workers mutate its
 * entries, and adds what they find. What fails on the way goes to the {@link Pursuit}. Belongs to
 * the coordinator's thread.
 */
final class Search {

  /**
   * How long a worker mutates one entry before another gets its turn. Go's value is 100 ms, with
   * which what another finds, or what was too much for one turn, waits three times as long.
   */
  private static final Duration SLICE = Duration.ofMillis(30);

  /** The same when a run is to be repeatable: executions, as no two runs take the same time. */
  private static final long SLICE_EXECUTIONS = 10_000;

  /** The frontier's turn, in which the right input to go on from is one of many. */
  private static final Duration FRONTIERS_SLICE = Duration.ofMillis(16);

  private static final long FRONTIERS_SLICE_EXECUTIONS = 1_000;

  /** One in so many parts of the workers' time is the frontier's. */
  private static final int FRONTIERS_TIME = 2;

  /** The same of executions, as the frontier's take long. */
  private static final int FRONTIERS_EXECUTIONS = 8;

  /** How often the cache is looked at for what others have found. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** An input is slow, compared with others, if it takes so many times as long. */
  private static final int SLOW = 32;

  /** Not even a turn of a slow input takes fewer executions. */
  private static final int LEAST_EXECUTIONS = 4;

  private static final Comparator<Entry> BY_SIZE =
      Comparator.comparingInt(entry -> entry.content().bytes().length);

  /** Inputs may be this long at first, and then twice as long as the longest of the corpus. */
  private static final int FIRST_LENGTH = 128;

  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final Corpus corpus;
  private final ExecutionLedger ledger;
  private final Statistics statistics;
  private final Pursuit pursuit;
  private final Prng random;
  private final List<Entry> stored = new ArrayList<>();
  private final Warmup warmup = new Warmup();
  private final EntryQueue queue;
  private final Frontier frontier;
  private final SharedCoverage coverage = new SharedCoverage();
  private final InterestingInputs interesting;
  private Duration nextLook = LOOK;
  private int longest;

  /**
   * Reads the stored corpus.
   *
   * @throws CoordinatorException if a seed is malformed or something cannot be read
   */
  Search(
      CoordinatorOptions options,
      ProgressLog log,
      int parallel,
      Corpus corpus,
      ExecutionLedger ledger,
      Statistics statistics,
      Pursuit pursuit)
      throws CoordinatorException {
    this.options = options;
    this.log = log;
    this.corpus = corpus;
    this.ledger = ledger;
    this.statistics = statistics;
    this.pursuit = pursuit;
    this.interesting = new InterestingInputs(options.minimize(), parallel, isRepeatable());
    this.queue =
        new EntryQueue(isRepeatable() ? SLICE_EXECUTIONS : SLICE.toNanos(), uses(Technique.ENERGY));
    this.frontier =
        isRepeatable()
            ? new Frontier(FRONTIERS_EXECUTIONS, 1)
            : new Frontier(FRONTIERS_TIME, parallel);
    Long seed = options.seed();
    this.random = new Prng(seed == null ? System.nanoTime() : seed);
    stored.addAll(corpus.readSeeds(log));
    // Of two that reach the same, the smaller is to be the first.
    corpus.readCache(log).stream().sorted(BY_SIZE).forEach(stored::add);
  }

  private boolean isRepeatable() {
    return options.seed() != null;
  }

  /** Begins with the stored corpus and the rows of the argument sources. */
  void begin(List<Content> rows) {
    for (int i = 0; i < rows.size(); i++) {
      addToWarmup(new Entry("seed#" + i, rows.get(i), Origin.SEED_ROW));
    }
    stored.forEach(this::addToWarmup);
    stored.clear();
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

  /** Another campaign may use the same cache, on this machine or on a shared disk. */
  void lookForNews() {
    if (!isRepeatable() && statistics.isWarm() && statistics.elapsed().compareTo(nextLook) >= 0) {
      nextLook = statistics.elapsed().plus(LOOK);
      int before = warmup.size();
      corpus.readNews(log).forEach(this::addToWarmup);
      statistics.addOthers(warmup.size() - before);
    }
  }

  /** What the slot's worker is to do next; null if there is nothing now. */
  @Nullable Call next(WorkerSlot slot) {
    if (ledger.available() <= 0) {
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
      queue.add(corpus.zeroEntry(), false);
    }
    boolean further = uses(Technique.PROGRESS) && frontier.isDue(ledger.spent(), now());
    if (further) {
      frontier.begin(slot, now());
    }
    Content entry = further ? frontier.next(random) : null;
    if (entry == null) {
      entry = queue.next(slot, random, now()).content();
    }
    return new Call.Fuzz(
        entry,
        uses(Technique.CROSS_OVER) ? mate(further) : entry,
        random.nextLong(),
        options.without(),
        further,
        mostLength(further),
        ledger.take(slot, Math.min(ledger.share(options.parallel()), mostExecutions(further))),
        isRepeatable() ? 0 : (further ? FRONTIERS_SLICE : SLICE).toMillis(),
        coverage.news(slot),
        pursuit.known());
  }

  private Content mate(boolean further) {
    Content mate = further && random.nextBoolean() ? frontier.any(random) : null;
    return mate == null ? queue.any(random).content() : mate;
  }

  private int mostLength(boolean further) {
    int known = further ? Math.max(longest, frontier.longest()) : longest;
    return Math.min(options.maxLength(), Math.max(FIRST_LENGTH, 2 * known));
  }

  private long mostExecutions(boolean further) {
    if (!isRepeatable()) {
      return ExecutionLedger.MOST;
    }
    return further ? FRONTIERS_SLICE_EXECUTIONS : SLICE_EXECUTIONS;
  }

  /** The time as the frontier takes it. */
  private long now() {
    return isRepeatable() ? ledger.spent() : statistics.elapsed().toNanos();
  }

  private boolean uses(Technique technique) {
    return !options.without().contains(technique);
  }

  /** A worker has run entries of the corpus as they are. */
  void warmed(WorkerSlot slot, Response.Warmed warmed) {
    int run = warmed.fresh().size();
    List<Entry> batch = warmup.ran(slot, run);
    for (int i = 0; i < run; i++) {
      queueStored(batch.get(i), coverage.add(warmed.fresh().get(i)));
    }
    boolean before = statistics.isWarm();
    statistics.warmedUp(run);
    // What an entry touches that fails is not told.
    boolean blind = coverage.isEmpty() && warmed.failure() == null;
    if (!before && statistics.isWarm() && blind) {
      warnOfBlindness();
    }
    if (warmed.failure() != null) {
      Entry failing = batch.get(run - 1);
      pursuit.failed(slot, failing, failing.content(), warmed.failure());
    }
  }

  /** What was kept for something that smaller entries reach, too, has served its time. */
  private void queueStored(Entry entry, List<ClassHits> fresh) {
    if (fresh.isEmpty() && entry.origin() == Origin.CACHE && !coverage.isEmpty()) {
      queue.retire(entry);
    } else {
      queue.addStored(entry, isOwn(fresh));
    }
  }

  /** Whether some of them are in the target's own class, or in one within it. */
  private boolean isOwn(List<ClassHits> hits) {
    String own = options.target().className().replace('.', '/');
    return hits.stream()
        .map(ClassHits::className)
        .anyMatch(name -> name.equals(own) || name.startsWith(own + "$"));
  }

  private void warnOfBlindness() {
    log.warn(
        ("fuzz: no code that %s has run has probes, so nothing guides the search: see"
                + " fuzz.includes (%s) and fuzz.excludes (%s)")
            .formatted(
                options.target(),
                String.join(",", options.includes()),
                String.join(",", options.excludes())));
  }

  /** A worker has mutated an entry. */
  void fuzzed(WorkerSlot slot, Response.Fuzzed fuzzed) throws CoordinatorException {
    if (fuzzed.failure() != null && fuzzed.failing() != null) {
      pursuit.failed(slot, null, fuzzed.failing(), fuzzed.failure());
    }
    fuzzed.repeats().forEach((identity, times) -> pursuit.again(slot, identity, times));
    for (Response.Further found : fuzzed.further()) {
      frontier.add(slot, found.content(), found.milestones());
      if (found.milestones().stream().anyMatch(one -> one.kind() == Milestone.Kind.MET)) {
        // No branch may depend on it before much else: as when a value is asked for its type.
        queue.add(new Entry("met", found.content(), Origin.GENERATED), false);
      }
    }
    int discoveries = 0;
    for (Response.Interesting found : fuzzed.interesting()) {
      List<ClassHits> fresh = coverage.add(found.hits());
      if (!fresh.isEmpty()) {
        frontier.reachedAt(slot, ledger.spent());
        discoveries++;
      }
      if (!fresh.isEmpty()) {
        welcome(found, fresh);
      }
    }
    frontier.end(slot, ledger.spent(), now());
    queue.end(slot, discoveries, now());
    coverage.addTouchedOnce(fuzzed.touched());
  }

  /** What is interesting is saved, and made smaller if that takes little time. */
  private void welcome(Response.Interesting found, List<ClassHits> fresh)
      throws CoordinatorException {
    Entry entry = save(found.content());
    if (entry == null) {
      return;
    }
    statistics.addInteresting();
    if (isSlow(found.nanos())) {
      queue.addSlow(entry, LEAST_EXECUTIONS * found.nanos());
      return;
    }
    queue.add(entry, isOwn(fresh));
    if (uses(Technique.MINIMIZING)) {
      interesting.offer(found.content(), fresh);
    }
  }

  private boolean isSlow(long nanos) {
    // No run is like another in the time that it takes.
    return !isRepeatable()
        && LEAST_EXECUTIONS * nanos > SLICE.toNanos()
        && nanos > SLOW * statistics.nanosPerExecution();
  }

  /**
   * A worker has made an interesting input smaller, which takes its place in the cache. Both are
   * mutated: the smaller one is faster, the other one has more to go on from.
   */
  void minimized(WorkerSlot slot, Response.Minimized minimized) throws CoordinatorException {
    if (minimized.crash() != null && minimized.crashing() != null) {
      pursuit.failed(slot, null, minimized.crashing(), minimized.crash());
    }
    InterestingInputs.Found original = interesting.end(slot, minimized.executions());
    if (original != null && !original.content().equals(minimized.best())) {
      Entry smaller = save(minimized.best());
      if (smaller != null) {
        queue.add(smaller, isOwn(original.keep()));
        corpus.removeFromCache(original.content(), log);
      }
    }
  }

  /**
   * A worker ended during a call of the search.
   *
   * @return whether it is known which input it ended with
   */
  boolean died(Died died) throws CoordinatorException {
    WorkerSlot slot = died.slot();
    frontier.end(slot, ledger.spent(), now());
    queue.end(slot, 0, now());
    Entry failing = warmup.died(slot, (int) died.executions());
    InterestingInputs.Found unused = interesting.end(slot, died.executions());
    if (failing != null) {
      statistics.warmedUp(1);
    }
    Content input = failing != null ? failing.content() : died.input();
    if (input != null) {
      pursuit.died(failing, input, died);
    }
    return input != null;
  }

  /** An entry that was suspected of ending its worker is innocent. */
  void acquitted(Entry entry) {
    if (!queue.contains(entry)) {
      queue.add(entry, false);
    }
  }

  /** How much of what was reached inputs reach every time. */
  Stability stability() {
    return coverage.stability();
  }

  /** Puts an input into the cache; null if it is known already, or there is no way to. */
  private @Nullable Entry save(Content content) throws CoordinatorException {
    try {
      Entry entry = corpus.save(content);
      if (!corpus.add(entry)) {
        return null;
      }
      longest = Math.max(longest, content.bytes().length);
      return entry;
    } catch (IOException e) {
      String problem =
          "cannot write to the cache "
              + options.cacheDirectory()
              + ": "
              + e
              + "; set fuzz.cachedir to a directory that can be written to";
      if (!pursuit.hasFindings()) {
        throw new CoordinatorException(problem, e);
      }
      // What fails is worth more than what is interesting, and has still to be written.
      log.warn("fuzz: " + problem);
      return null;
    }
  }
}
