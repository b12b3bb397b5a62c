// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.comparison.Milestone;
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
  private static final int FEW_EXECUTIONS = 5;

  private static final int CALLS_PER_DEAR_STUDY = 4;

  private static final int CALLS_PER_MUTANT = 4;

  /** What is followed at once by what comes further still is not worth studying. */
  private static final int MUTATIONS_PER_STUDY = 32;

  /** Studying one takes as long as some dozens of executions. */
  private static final int EXECUTIONS_PER_PARENT = 4_000;

  /** And even more where the code for that is not compiled yet, or much is compared. */
  private static final int TIMES_AS_LONG_PER_PARENT = 16;

  /** Mending takes executions that are listened to, which are slow. */
  private static final int BATCHES_PER_MENDING = 4;

  /** One comparison is mended per execution, and the last execution sees them all pass. */
  private static final int MOST_MENDED = 6;

  private final TargetExecution execution;
  private final Input input;
  private final Input parent;
  private final Input mate;
  private final Probes probes;
  private final Slice slice;
  private final Mates mates;
  private final OneByOne oneByOne;
  private final Joining joining;
  private final Solving solving;
  private final Prng random = new Prng(0);
  private final BatchSize batchSize = new BatchSize();

  /** Hashes of entries whose comparisons were learned from in an earlier call. */
  private final Set<Integer> studied = new HashSet<>();

  /** How many executions the last call made that ended as its time was over. */
  private long executionsInTime = Long.MAX_VALUE;

  private int calls;

  // The state of one call.
  private List<Integer> guards = List.of();
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
    this.slice = new Slice(execution, probes, comparisons, watchdog);
    this.mates = new Mates(execution::newInput);
    this.joining = new Joining(slice, execution::newInput);
    this.solving = new Solving(slice, comparisons, execution::newInput);
    this.oneByOne = new OneByOne(slice, solving);
    input.mateWith(mate);
  }

  /** Runs until something new or failing is found, or the call's limits are reached. */
  Response.Fuzzed run(Call.Fuzz call) {
    long before = execution.count();
    maxLength = call.maxLength();
    execution.set(call.mate());
    mate.copyFrom(input);
    execution.set(call.entry());
    parent.copyFrom(input);
    random.restore(call.seed());
    mates.meet(call.mate().hashCode(), mate, random);
    mates.meet(call.entry().hashCode(), parent, random);
    prepareMutators(call);
    slice.begin(call);
    solving.skip();
    boolean exhausted = chooseParent(call);
    if (call.progress()) {
      goFurther(call);
    }
    long nextParent = execution.count() + EXECUTIONS_PER_PARENT;
    long notBefore = slice.now();
    while (goesOn()) {
      if (call.uses(Technique.CROSS_OVER)) {
        mates.draw(mate, random);
      }
      batch();
      if ((solving.canMend() || !guards.isEmpty())
          && goesOn()
          && random.oneIn(BATCHES_PER_MENDING)) {
        mend();
      }
      if (exhausted && execution.count() >= nextParent && slice.now() >= notBefore && goesOn()) {
        long start = slice.now();
        changeParent(call);
        nextParent = execution.count() + EXECUTIONS_PER_PARENT;
        notBefore = slice.now() + TIMES_AS_LONG_PER_PARENT * (slice.now() - start);
      }
    }
    if (slice.isLate() && !call.progress()) {
      executionsInTime = execution.count() - before;
    }
    return slice.end();
  }

  private void prepareMutators(Call.Fuzz call) {
    if (!call.uses(Technique.TEXT)) {
      input.leaveOutText();
    }
    if (!call.uses(Technique.COUNTS)) {
      input.leaveOutCounts();
    }
    if (call.uses(Technique.MUTATORS)) {
      input.adapt();
    }
  }

  private boolean goesOn() {
    return slice.goesOn() && !slice.hasDiscovered();
  }

  /**
   * Mutates the entry, or at times, where all that it compares was tried before, a mutant.
   *
   * @return whether all was tried before
   */
  private boolean chooseParent(Call.Fuzz call) {
    int entry = call.entry().hashCode();
    boolean exhausted = !call.progress() && studied.contains(entry);
    if (exhausted && random.oneIn(CALLS_PER_MUTANT)) {
      studyMutant(call);
      if (call.uses(Technique.SOLVING) && random.nextBoolean()) {
        solving.begin(parent);
      }
      return true;
    }
    boolean learned = study(call);
    if (learned && !call.progress()) {
      studied.add(entry);
    }
    if (learned && call.uses(Technique.ONE_BY_ONE)) {
      oneByOne.follow(entry, parent, maxLength);
    }
    if (call.uses(Technique.SOLVING)) {
      solve(call, entry, learned);
    }
    if (call.uses(Technique.CROSS_OVER) && call.uses(Technique.COMPARISONS) && !call.progress()) {
      joining.meet(entry, parent);
      joining.join(maxLength);
      if (joining.follow(maxLength)) {
        boolean unused = studyParent(call);
      }
    }
    return exhausted;
  }

  private void solve(Call.Fuzz call, int entry, boolean learned) {
    solving.begin(entry, parent);
    boolean solved = solving.hasSolved(entry) && random.nextBoolean() && goesOn();
    if (solved) {
      solving.takeSolved(entry, parent);
    }
    boolean known = solved ? studyParent(call) : learned;
    if (known && solving.canMend() && call.uses(Technique.ONE_BY_ONE) && goesOn()) {
      oneByOne.followMended(solved ? ~entry : entry, parent, maxLength);
    }
  }

  /** Studies another that has become the parent. */
  private boolean studyParent(Call.Fuzz call) {
    if (!slice.goesOn()) {
      return false;
    }
    input.copyFrom(parent);
    return study(call);
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
    slice.look();
  }

  /**
   * Runs what is to be mutated as it is, to learn from what it compares.
   *
   * @return false if that is not done, so that nothing is known
   */
  private boolean study(Call.Fuzz call) {
    boolean dear = executionsInTime < FEW_EXECUTIONS && ++calls % CALLS_PER_DEAR_STUDY != 0;
    if (!call.uses(Technique.COMPARISONS) || dear || slice.left() <= 0) {
      guards = List.of();
      input.learn(List.of());
      return false;
    }
    Trace trace = slice.trace();
    guards = call.uses(Technique.MENDING) ? trace.guards() : List.of();
    input.learn(call.uses(Technique.CONSTANTS) ? trace.comparisons() : trace.compared());
    return true;
  }

  /**
   * Runs one mutation after the other, listening to each: what comes further is told, and is the
   * next to be mutated.
   */
  private void goFurther(Call.Fuzz call) {
    int studyAt = -1;
    for (int i = 0; goesOn() && slice.hasRoomForFurther(); i++) {
      if (i == studyAt) {
        input.copyFrom(parent);
        study(call);
        if (!goesOn()) {
          return;
        }
      }
      next(i);
      List<Milestone> milestones = slice.explore();
      if (milestones.isEmpty() && solving.canMend() && goesOn() && random.nextBoolean()) {
        solving.mend();
        milestones = goesOn() ? slice.explore() : List.of();
      }
      if (!milestones.isEmpty()) {
        slice.tell(milestones);
        parent.copyFrom(input);
        studyAt = i + MUTATIONS_PER_STUDY;
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
    if (solving.canMend() && (guards.isEmpty() || random.nextBoolean())) {
      solving.mend();
      return;
    }
    for (int i = 0; i < MOST_MENDED && goesOn(); i++) {
      Trace trace = slice.trace();
      slice.look();
      if (slice.hasFailed()
          || guards.stream()
              .map(trace.failed()::get)
              .noneMatch(broken -> broken != null && input.mend(broken, maxLength))) {
        return;
      }
    }
  }

  private void batch() {
    long start = random.state();
    int size = (int) Math.min((long) batchSize.chains() * CHAIN, slice.left());
    for (int i = 0; i < size; i++) {
      if (i > 0 && slice.isLate()) {
        size = i;
        break;
      }
      next(i);
      slice.execute();
      if (slice.hasFailed()) {
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
    while (replayed < size && !slice.hasFailed() && slice.left() > 0 && slice.hasRoom()) {
      next(replayed++);
      slice.execute();
      if (!slice.hasFailed() && suspects.hasNew()) {
        slice.confirm(suspects);
      }
    }
    probes.rewind();
    if (replayed == size && !slice.hasFailed()) {
      // What only the first run touched, such as static initialisers, is no progress of an input.
      slice.accept(batch);
    }
  }
}
