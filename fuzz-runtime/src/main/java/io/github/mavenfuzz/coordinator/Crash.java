// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failing input on its way to becoming a finding: what it is by now, and what is next. */
final class Crash {

  /** Where a crash is on its way. */
  enum Stage {
    /** Perhaps not the input's doing: next, it is run again in a fresh worker. */
    SUSPECTED,
    /** Next, it is minimized. */
    FOUND,
    /** Next, it is run again, in a fresh worker or among others of its kind. */
    MINIMIZED,
    /** It is a finding. */
    DONE,
    /** It passed where it was suspected: no finding. */
    CLEARED
  }

  /** How to minimize an input. */
  enum Minimization {
    /** In one worker, which survives what it tries. */
    IN_WORKER,
    /** In one worker after the other, as those end that try what fails. */
    ACROSS_WORKERS,
    /** Each attempt in a worker of its own: what one leaves behind would make the next one fail. */
    WORKER_EACH
  }

  /** The identity of memory that ran out where not even a fresh worker tells. */
  private static final String NO_STACK = "0000000000000000";

  private final @Nullable Entry entry;
  private final Duration at;
  private final boolean minimize;
  private final Content original;
  private final ReplayTally replays = new ReplayTally();
  private Content content;
  private Failure failure;
  private Minimization minimization;
  private Stage stage;
  private long times = 1;
  private boolean reverted;

  /** What it was minimized to that failed at another place. */
  private @Nullable Content foundElsewhere;

  private @Nullable Failure otherFailure;
  private @Nullable Duration minimizingSince;
  private Content minimizedFrom;
  private @Nullable Path file;

  /**
   * A crash that was just found.
   *
   * @param entry the entry of the corpus that failed as it is, if it was one
   * @param at when, since the campaign's start
   * @param survived whether the worker lives on, so that it can try smaller inputs by itself
   * @param suspected whether something else than the input may have caused it
   * @param minimize whether to minimize it
   */
  Crash(
      @Nullable Entry entry,
      Content content,
      Failure failure,
      Duration at,
      boolean survived,
      boolean suspected,
      boolean minimize) {
    this.entry = entry;
    this.original = content;
    this.content = content;
    this.minimizedFrom = content;
    this.failure = failure;
    this.at = at;
    this.minimize = minimize;
    this.minimization = minimizationOf(failure, survived);
    this.stage = suspected ? Stage.SUSPECTED : believed();
  }

  private static Minimization minimizationOf(Failure failure, boolean survived) {
    if (failure.isPoisoningClasses()) {
      return Minimization.WORKER_EACH;
    }
    return survived ? Minimization.IN_WORKER : Minimization.ACROSS_WORKERS;
  }

  private Stage believed() {
    if (seed() != null) {
      return Stage.DONE;
    }
    return minimize ? Stage.FOUND : unminimized();
  }

  /** Nothing makes it smaller; it may have been run again already. */
  private Stage unminimized() {
    return isConfirmed() ? Stage.DONE : Stage.MINIMIZED;
  }

  /** The same failure was met again. */
  void again(long more) {
    times += more;
  }

  /** A smaller input fails in the same way. */
  void improve(Content smaller, Failure sameFailure) {
    if (!smaller.equals(content)) {
      replays.startOver();
    }
    content = smaller;
    if (!sameFailure.identity().equals(Failure.NOWHERE)) {
      failure = sameFailure.as(failure.identity());
    }
  }

  /** It will not get any smaller. */
  void minimized() {
    stage = unminimized();
  }

  private void awaitReplays() {
    replays.startOver();
    stage = Stage.MINIMIZED;
  }

  /** It is not minimized for want of time or executions. */
  void leaveAsItIs() {
    stage = unminimized();
  }

  /**
   * It is run again.
   *
   * @param fresh whether in a worker that has not run anything
   */
  void beginReplay(boolean fresh) {
    replays.begin(fresh);
  }

  /** Whether it may also be run again in a worker that has confirmed others. */
  boolean mayRunAmongOthers() {
    return stage == Stage.MINIMIZED && !reverted && replays.mayBeAmongOthers();
  }

  /** Whether that came to nothing, so that it is to be run again in a fresh worker. */
  boolean differsAmongOthers() {
    return replays.differedAmongOthers();
  }

  /** Whether it, or what it was minimized to, has passed when it was run again. */
  boolean isDoubtful() {
    return replays.isAnyPassed();
  }

  /** Whether it failed where nothing had run before. */
  boolean isConfirmedAlone() {
    return isConfirmed() && !replays.areAmongOthers();
  }

  /**
   * It was run again.
   *
   * @param again how it failed; null if it passed
   * @param alive whether the worker lives on
   */
  void replayed(@Nullable Failure again, boolean alive) {
    if (replays.areAmongOthers()
        && (again == null || !again.identity().equals(failure.identity()))) {
      // What ran before may have had to do with it.
      replays.differ();
      return;
    }
    replays.add();
    boolean nowhere = again != null && again.identity().equals(Failure.NOWHERE);
    Failure told = again != null && nowhere ? again.as(NO_STACK) : again;
    if (stage == Stage.SUSPECTED) {
      judge(told, alive);
    } else {
      confirm(told);
    }
  }

  private void judge(@Nullable Failure again, boolean alive) {
    if (again == null) {
      stage = Stage.CLEARED;
    } else {
      replays.addFailed();
      failure = again;
      minimization = minimizationOf(again, alive);
      stage = believed();
    }
  }

  private void confirm(@Nullable Failure again) {
    if (again != null && failure.isSame(again) && isElsewhere(again)) {
      return;
    }
    if (again != null && failure.isSame(again)) {
      replays.addFailed();
      if (!again.identity().equals(NO_STACK)) {
        // What ran before left fewer marks on this one, if any.
        failure = again.as(failure.identity());
      }
    } else if (again != null) {
      otherFailure = again;
    }
    if (replays.areAllFailed()) {
      confirmed();
    } else if (replays.areEnough()) {
      denied();
    }
  }

  /**
   * Where memory runs out a worker cannot always tell, so that its minimization may have led to
   * another place. Goes back to the input as it was, if that always fails at the same.
   *
   * @return whether something else is to be run first
   */
  private boolean isElsewhere(Failure again) {
    boolean elsewhere =
        !again.identity().equals(failure.identity()) && !again.identity().equals(NO_STACK);
    if (elsewhere && foundElsewhere == null && !content.equals(original)) {
      foundElsewhere = content;
      content = original;
      reverted = true;
      awaitReplays();
      return true;
    }
    if (elsewhere
        && foundElsewhere != null
        && reverted
        && minimization != Minimization.WORKER_EACH) {
      // It is chance where it fails: the smaller form is as good.
      content = foundElsewhere;
      reverted = false;
      awaitReplays();
      return true;
    }
    return false;
  }

  private void confirmed() {
    if (reverted && minimization != Minimization.WORKER_EACH) {
      // It fails by itself, but its smaller form did not: what ran before that had to do with it.
      minimization = Minimization.WORKER_EACH;
      minimizingSince = null;
      stage = minimize ? Stage.FOUND : Stage.DONE;
    } else {
      stage = Stage.DONE;
    }
  }

  /** It does not always fail; it may be too small. */
  private void denied() {
    replays.deny();
    // How deep a stack goes depends on what the JVM has compiled: a fresh worker's goes deeper.
    boolean acceptable = isConfirmed() && failure.kind() != Kind.STACK_OVERFLOW;
    if (acceptable || content.equals(original) || minimization == Minimization.WORKER_EACH) {
      stage = Stage.DONE;
    } else {
      content = original;
      reverted = true;
      awaitReplays();
    }
  }

  /** Nothing more is done about it: what is only suspected is no finding. */
  void giveUp() {
    stage = isBelieved() ? Stage.DONE : Stage.CLEARED;
  }

  /** It is to be passed over. */
  void passOver() {
    stage = Stage.DONE;
  }

  /** A smaller input ended the worker that tried it: from now on that is to be reckoned with. */
  void endedItsMinimizer() {
    minimization = Minimization.ACROSS_WORKERS;
  }

  /** Forgets how far its minimization got. */
  void startOver() {
    content = original;
  }

  /**
   * It is being minimized, perhaps not for the first time.
   *
   * @return since when, of the times that count together
   */
  Duration beginMinimizing(Duration now) {
    Duration since = minimizingSince == null ? now : minimizingSince;
    minimizingSince = since;
    minimizedFrom = content;
    return since;
  }

  /** Whether its minimization, the last time, has got anywhere. */
  boolean gotSmaller() {
    return !content.equals(minimizedFrom);
  }

  /** Its input is on disk. */
  void written(Path where) {
    file = where;
  }

  /** Where its input is on disk; null if it is not. */
  @Nullable Path file() {
    return file;
  }

  Minimization minimization() {
    return minimization;
  }

  Stage stage() {
    return stage;
  }

  /** Whether something is still to be done about it. */
  boolean isOpen() {
    return stage != Stage.DONE && stage != Stage.CLEARED;
  }

  /** Whether it is the input's doing, as far as one knows. */
  boolean isBelieved() {
    return stage != Stage.SUSPECTED && stage != Stage.CLEARED;
  }

  /** Whether its input failed when it was run again. */
  boolean isConfirmed() {
    return replays.isAnyFailed();
  }

  /** The entry of the corpus that failed as it is, if it was one. */
  @Nullable Entry entry() {
    return entry;
  }

  /** The same, if the user wrote it. */
  @Nullable Entry seed() {
    return entry != null && entry.isSeed() ? entry : null;
  }

  /** The input that was met. */
  Content original() {
    return original;
  }

  /** The smallest input that is known to fail. */
  Content content() {
    return content;
  }

  Failure failure() {
    return failure;
  }

  /** By what it is told from others; once it is believed, the same for good. */
  String identity() {
    return failure.identity();
  }

  Duration at() {
    return at;
  }

  /** How often the campaign met it. */
  long times() {
    return times;
  }

  /** How reliably it fails, if it does not always; for the user. */
  @Nullable String flaky() {
    if (replays.areAllFailed()) {
      return null;
    }
    return "Flaky: the same input failed in "
        + replays
        + " in another worker."
        + (otherFailure == null ? "" : " Otherwise it once failed: " + otherFailure.summary());
  }
}
