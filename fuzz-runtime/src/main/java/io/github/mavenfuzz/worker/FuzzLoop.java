// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.comparison.Progress;
import io.github.mavenfuzz.comparison.Trace;
import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.Technique;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the target on mutations of one entry: the hot loop.
 *
 * <p>Executions come in batches. Only after a batch are the probes compared with the mask; if the
 * batch touched something new, the same batch is made again from the state that the random numbers
 * had before it, this time looking after every execution. As long as nothing is new, an execution
 * costs one mutation, one publication and one invocation.
 */
final class FuzzLoop {

  /**
   * An input is mutated once more for each execution, and starts from its parent again after this
   * many, as in Go (chainedMutations): copying a parent is dear, and stacked mutations reach
   * further.
   */
  private static final int CHAIN = 5;

  /** Of a target that does not do more in one call, an execution is too dear to study each time. */
  private static final int FEW_EXECUTIONS = 16;

  private static final int CALLS_PER_DEAR_STUDY = 4;

  private static final int CALLS_PER_MUTANT = 4;

  /** Studying one takes as long as some dozens of executions. */
  private static final int EXECUTIONS_PER_PARENT = 4_000;

  /** Mending takes executions that are listened to, which are slow. */
  private static final int BATCHES_PER_MENDING = 4;

  /** One comparison is mended per execution, and the last execution sees them all pass. */
  private static final int MOST_MENDED = 6;

  private final TargetExecution execution;
  private final Input input;
  private final Input parent;
  private final Input mate;
  private final Probes probes;
  private final Comparisons comparisons;
  private final Watchdog watchdog;
  private final Prng random = new Prng(0);
  private final BatchSize batchSize = new BatchSize();

  /** How many executions the last call made that ended as its time was over. */
  private long executionsInTime = Long.MAX_VALUE;

  private int calls;

  /** Hashes of entries that were mutated before. */
  private final Set<Integer> studied = new HashSet<>();

  /** How far executions of this worker have come. */
  private final Progress progress = new Progress();

  // The state of one call.
  private final Discoveries discoveries = new Discoveries();
  private final KnownFailures known = new KnownFailures();
  private List<Integer> guards = List.of();
  private @Nullable Throwable thrown;
  private long limit;
  private int maxLength;

  FuzzLoop(
      TargetExecution execution,
      Input parent,
      Input mate,
      Probes probes,
      Comparisons comparisons,
      Watchdog watchdog) {
    this.execution = execution;
    this.input = execution.input();
    this.parent = parent;
    this.mate = mate;
    this.probes = probes;
    this.comparisons = comparisons;
    this.watchdog = watchdog;
    input.mateWith(mate);
  }

  /** Runs until something new or failing is found, or the call's limits are reached. */
  Response.Fuzzed run(Call.Fuzz call) {
    long before = execution.count();
    limit = before + call.executions();
    maxLength = call.maxLength();
    execution.set(call.mate());
    mate.copyFrom(input);
    execution.set(call.entry());
    parent.copyFrom(input);
    random.restore(call.seed());
    prepareMutators(call);
    discoveries.clear();
    known.begin(call.known());
    thrown = null;
    boolean exhausted = isExhausted(call);
    if (exhausted && random.oneIn(CALLS_PER_MUTANT)) {
      studyMutant(call);
    } else {
      study(call);
    }
    if (call.progress()) {
      goFurther(call);
    }
    long nextParent = execution.count() + EXECUTIONS_PER_PARENT;
    while (goesOn()) {
      batch();
      if (!guards.isEmpty() && goesOn() && random.oneIn(BATCHES_PER_MENDING)) {
        mend();
      }
      if (exhausted && execution.count() >= nextParent && goesOn()) {
        changeParent(call);
        nextParent = execution.count() + EXECUTIONS_PER_PARENT;
      }
    }
    if (watchdog.stopped() && !call.progress()) {
      executionsInTime = execution.count() - before;
    }
    if (thrown != null) {
      // What the unfinished batch touched belongs to no entry yet: let it show again.
      probes.rewind();
    }
    return new Response.Fuzzed(
        execution.count() - before,
        discoveries.interesting(),
        discoveries.further(),
        discoveries.touched(),
        thrown == null ? null : Failures.of(thrown),
        thrown == null ? null : execution.content(),
        known.repeats());
  }

  private void prepareMutators(Call.Fuzz call) {
    if (!call.uses(Technique.TEXT)) {
      input.leaveOutText();
    }
    if (call.uses(Technique.MUTATORS)) {
      input.adapt();
    }
  }

  /** Whether all that the entry compares was tried in an earlier call. */
  private boolean isExhausted(Call.Fuzz call) {
    return call.uses(Technique.COMPARISONS)
        && !call.progress()
        && !studied.add(call.entry().hashCode());
  }

  /** Where the entry itself leads nowhere for long, what is near it may lead somewhere. */
  private void changeParent(Call.Fuzz call) {
    execution.set(call.entry());
    parent.copyFrom(input);
    if (random.nextBoolean()) {
      study(call);
    } else {
      studyMutant(call);
    }
  }

  /**
   * What an entry compares may say nothing of how an input comes to be compared, as it is empty, or
   * full of zeros: a mutant may be better to learn from.
   */
  private void studyMutant(Call.Fuzz call) {
    input.follow(random.nextBoolean());
    for (int i = random.nextInt(CHAIN); i >= 0; i--) {
      input.mutate(random, maxLength);
    }
    parent.copyFrom(input);
    study(call);
    look();
  }

  /** Runs what is to be mutated as it is, to learn from what it compares. */
  private void study(Call.Fuzz call) {
    boolean dear = executionsInTime < FEW_EXECUTIONS && ++calls % CALLS_PER_DEAR_STUDY != 0;
    if (!call.uses(Technique.COMPARISONS) || dear || execution.count() >= limit) {
      guards = List.of();
      input.learn(List.of());
      return;
    }
    Trace trace = trace();
    guards = call.uses(Technique.MENDING) ? trace.guards() : List.of();
    input.learn(call.uses(Technique.CONSTANTS) ? trace.comparisons() : trace.compared());
  }

  private boolean goesOn() {
    return thrown == null
        && discoveries.isNothingInteresting()
        && execution.count() < limit
        && !watchdog.stopped();
  }

  private Trace trace() {
    comparisons.listen();
    execute();
    return comparisons.heard();
  }

  private void execute() {
    thrown = known.unlessKnown(execution.run());
  }

  /**
   * Looks whether the last execution, of those since the last look, touched something new.
   *
   * @return whether it did
   */
  private boolean look() {
    if (thrown != null || !probes.hasNew()) {
      return false;
    }
    confirm(probes.suspects());
    probes.rewind();
    return true;
  }

  /**
   * Runs one mutation after the other, listening to each: what comes further is told, and is the
   * next to be mutated.
   */
  private void goFurther(Call.Fuzz call) {
    for (int i = 0; goesOn() && discoveries.hasRoomForFurther(); i++) {
      next(i);
      comparisons.listen();
      execute();
      List<Milestone> milestones = comparisons.heard(progress, input.length());
      if (!look() && thrown == null && !milestones.isEmpty()) {
        discoveries.addFurther(execution.content(), milestones);
        parent.copyFrom(input);
        if (goesOn()) {
          study(call);
        }
      }
    }
  }

  /**
   * Mutates the entry, and then mends what that broke of what the entry passes, one after the
   * other: a checksum can only be right last.
   */
  private void mend() {
    input.copyFrom(parent);
    input.follow(true);
    for (int i = random.nextInt(CHAIN); i >= 0; i--) {
      input.mutate(random, maxLength);
    }
    for (int i = 0; i < MOST_MENDED && goesOn(); i++) {
      Trace trace = trace();
      look();
      if (thrown != null) {
        // The input is the one that failed, and stays it.
        return;
      }
      if (guards.stream()
          .map(trace.failed()::get)
          .noneMatch(broken -> broken != null && input.mend(broken, maxLength))) {
        return;
      }
    }
  }

  private void batch() {
    long start = random.state();
    int size = (int) Math.min((long) batchSize.chains() * CHAIN, limit - execution.count());
    for (int i = 0; i < size; i++) {
      if (i > 0 && watchdog.stopped()) {
        size = i;
        break;
      }
      next(i);
      execute();
      if (thrown != null) {
        return;
      }
    }
    if (probes.hasNew()) {
      attribute(start, size);
      batchSize.touchedSomething();
    } else {
      batchSize.touchedNothing(probes.openClasses());
    }
  }

  /** Makes the i-th input of a batch out of the one before it. */
  private void next(int i) {
    if (i % CHAIN == 0) {
      input.copyFrom(parent);
      // What suggestions are good for, others spoil, and the other way round.
      input.follow(random.nextBoolean());
    }
    input.mutate(random, maxLength);
  }

  /** Finds the executions of a batch that touched something new, by running it again. */
  private void attribute(long start, int size) {
    Probes.Suspects suspects = probes.suspects();
    List<ClassHits> batch = suspects.newHits();
    random.restore(start);
    suspects.rewind();
    int replayed = 0;
    while (replayed < size
        && thrown == null
        && execution.count() < limit
        && discoveries.hasRoom()) {
      next(replayed++);
      execute();
      if (thrown == null && suspects.hasNew()) {
        confirm(suspects);
      }
    }
    probes.rewind();
    if (replayed == size && thrown == null) {
      // What only the first run touched, such as static initialisers, is no progress of an input.
      discoveries.addTouched(batch);
      probes.accept(batch);
    }
  }

  /** Runs the same input again: what it touches both times is its own doing. */
  private void confirm(Probes.Suspects suspects) {
    List<ClassHits> first = suspects.newHits();
    List<ClassHits> stable = first;
    long nanos = 0;
    if (execution.count() < limit) {
      suspects.rewind();
      long before = System.nanoTime();
      execute();
      nanos = System.nanoTime() - before;
      if (thrown != null) {
        return;
      }
      stable = Probes.intersection(first, suspects.newHits());
    }
    if (!stable.isEmpty()) {
      discoveries.addInteresting(execution.content(), stable, nanos);
      input.pay();
    }
    discoveries.addTouched(first);
    probes.accept(first);
    suspects.rewind();
  }
}
