// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.comparison.Progress;
import io.github.mavenfuzz.comparison.Trace;
import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The executions of one call: how many there may be, and what has come of them so far. */
final class Slice {
  /** What work that has a share of the time may take to begin with. */
  private static final long FIRST_NANOS = 50_000_000;

  /**
   * How long an execution takes, and one that is listened to, where time is not to be looked at.
   */
  private static final long NANOS = 4_000;

  private static final long NANOS_LISTENED_TO = 8 * NANOS;

  private final TargetExecution execution;
  private final Probes probes;
  private final Comparisons comparisons;
  private final Watchdog watchdog;

  /** How far executions of this worker have come. */
  private final Progress progress = new Progress();

  private final Discoveries discoveries = new Discoveries();
  private final KnownFailures known = new KnownFailures();
  private final long start = System.nanoTime();
  private @Nullable Throwable thrown;

  /** What failed: the input may have been changed since. */
  private @Nullable Content failing;

  private boolean repeatable;
  private long discovered;
  private long before;
  private long limit;

  Slice(TargetExecution execution, Probes probes, Comparisons comparisons, Watchdog watchdog) {
    this.execution = execution;
    this.probes = probes;
    this.comparisons = comparisons;
    this.watchdog = watchdog;
  }

  /** Begins anew. */
  void begin(Call.Fuzz call) {
    before = execution.count();
    limit = before + call.executions();
    repeatable = call.millis() == 0;
    discoveries.clear();
    known.begin(call.known());
    thrown = null;
    failing = null;
  }

  /** What the next execution is of. */
  Input input() {
    return execution.input();
  }

  /** How often the target was run so far, in all calls. */
  long count() {
    return execution.count();
  }

  /** How often it may still be run. */
  long left() {
    return limit - execution.count();
  }

  /** Whether nothing has failed, and there is time for more. */
  boolean goesOn() {
    return thrown == null && execution.count() < limit && !watchdog.stopped();
  }

  /** A share of the time of all slices. */
  Share newShare() {
    return newShare(1);
  }

  /** A share of so many times the time. */
  Share newShare(double times) {
    return new Share(FIRST_NANOS, times);
  }

  /** Work begins that has a share of the time. */
  void begin(Share share) {
    discovered = discoveries.count();
    share.begin(now(), repeatable ? execution.count() * NANOS : now() - start, discovered);
  }

  /** Whether that work goes on. */
  boolean goesOn(Share share) {
    return goesOn() && share.isLeft(now());
  }

  /** That work ends. */
  void end(Share share) {
    share.end(now(), discoveries.count() - discovered);
  }

  /**
   * The time in nanoseconds; where a run is to be repeatable, as if each execution were listened to
   * and took as long as any other.
   */
  long now() {
    return repeatable ? execution.count() * NANOS_LISTENED_TO : System.nanoTime();
  }

  /** Whether the time is over. */
  boolean isLate() {
    return watchdog.stopped();
  }

  /** Whether the last execution failed, in a way that is not known. */
  boolean hasFailed() {
    return thrown != null;
  }

  /** Whether something interesting was found. */
  boolean hasDiscovered() {
    return !discoveries.isNothingInteresting();
  }

  /** Whether there is room for another input that is interesting. */
  boolean hasRoom() {
    return discoveries.hasRoom();
  }

  /** Runs the input. */
  void execute() {
    assert thrown == null : "a failure would be lost";
    thrown = known.unlessKnown(execution.run());
    if (thrown != null) {
      failing = execution.content();
    }
  }

  /** Runs the input, and tells what it compares. */
  Trace trace() {
    comparisons.listen();
    execute();
    return comparisons.heard();
  }

  /**
   * Runs the input, and looks whether it touches something new, or comes further than others.
   *
   * @return in what it came further; nothing if it touched something new, or failed
   */
  List<Milestone> explore() {
    comparisons.listen();
    execute();
    List<Milestone> milestones = comparisons.heard(progress, execution.input());
    boolean hasCome = thrown == null && !milestones.isEmpty();
    return look() || !hasCome ? List.of() : milestones;
  }

  /** The same, and tells if it came further. */
  void exploreAndTell() {
    List<Milestone> milestones = explore();
    if (!milestones.isEmpty()) {
      tell(milestones);
    }
  }

  /** Whether there is room for another input that came further. */
  boolean hasRoomForFurther() {
    return discoveries.hasRoomForFurther();
  }

  /** The input came further in something. */
  void tell(List<Milestone> milestones) {
    discoveries.addFurther(execution.content(), milestones);
  }

  /**
   * Looks whether the last execution, of those since the last look, touched something new.
   *
   * @return whether it did
   */
  boolean look() {
    if (thrown != null || !probes.hasNew()) {
      return false;
    }
    confirm(probes.suspects());
    probes.rewind();
    return true;
  }

  /** Runs the same input again: what it touches both times is its own doing. */
  void confirm(Probes.Suspects suspects) {
    List<ClassHits> first = suspects.newHits();
    List<ClassHits> stable = first;
    long nanos = 0;
    if (left() > 0) {
      suspects.rewind();
      long start = System.nanoTime();
      execute();
      nanos = System.nanoTime() - start;
      if (thrown != null) {
        return;
      }
      stable = Probes.intersection(first, suspects.newHits());
    }
    if (!stable.isEmpty()) {
      discoveries.addInteresting(execution.content(), stable, nanos);
      execution.input().pay();
    }
    accept(first);
    suspects.rewind();
  }

  /** What was touched is not new any more, even if no input touches it each time. */
  void accept(List<ClassHits> hits) {
    discoveries.addTouched(hits);
    probes.accept(hits);
  }

  /** Tells what came of it. */
  Response.Fuzzed end() {
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
        thrown == null ? null : failing,
        known.repeats());
  }
}
