// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failing input on its way to becoming a finding: what it is by now, and what is next. */
final class Crash {

  /** Where a crash is on its way. */
  enum Stage {
    /** Perhaps not the input's doing: next, it is run again in a fresh worker. */
    SUSPECTED,
    /** Next, it is minimized. */
    FOUND,
    /** Next, it is run again in a fresh worker. */
    MINIMIZED,
    /** It is a finding. */
    DONE,
    /** It passed where it was suspected: no finding. */
    CLEARED
  }

  /** An input that passes in a fresh worker is run so often, to say how often it fails. */
  static final int REPLAYS = 10;

  /** Where these fail is chance: that they fail in this way is the failure. */
  private static final Set<Kind> ANYWHERE =
      EnumSet.of(Kind.TIMEOUT, Kind.OUT_OF_MEMORY, Kind.CRASH);

  private final @Nullable Entry entry;
  private final Duration at;
  private final boolean minimize;
  private Content content;
  private Failure failure;
  private boolean survived;
  private Stage stage;
  private long times = 1;
  private int replays;
  private int failedReplays;
  private @Nullable Failure otherFailure;

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
    this.content = content;
    this.failure = failure;
    this.at = at;
    this.survived = survived;
    this.minimize = minimize;
    this.stage = suspected ? Stage.SUSPECTED : believed();
  }

  private Stage believed() {
    if (seed() != null) {
      return Stage.DONE;
    }
    return minimize ? Stage.FOUND : unminimized();
  }

  /** Nothing makes it smaller; it may have been run again already. */
  private Stage unminimized() {
    return failedReplays > 0 ? Stage.DONE : Stage.MINIMIZED;
  }

  /** The same failure was met again. */
  void again(long more) {
    times += more;
  }

  /** A smaller input fails in the same way. */
  void improve(Content smaller, @Nullable Failure sameFailure) {
    if (sameFailure != null) {
      content = smaller;
      failure = sameFailure;
    }
  }

  /** It will not get any smaller. */
  void minimized() {
    replays = 0;
    failedReplays = 0;
    stage = Stage.MINIMIZED;
  }

  /** It is not minimized for want of time or executions. */
  void leaveAsItIs() {
    stage = unminimized();
  }

  /**
   * It was run again, the first time in a fresh worker.
   *
   * @param again how it failed; null if it passed
   * @param alive whether the worker lives on
   */
  void replayed(@Nullable Failure again, boolean alive) {
    replays++;
    if (stage == Stage.SUSPECTED) {
      if (again == null) {
        stage = Stage.CLEARED;
      } else {
        failedReplays++;
        failure = again;
        survived = alive;
        stage = believed();
      }
    } else {
      if (again != null && isSame(again)) {
        failedReplays++;
        // Nothing that ran before has left its marks on this one.
        failure = again;
      } else if (again != null) {
        otherFailure = again;
      }
      stage = failedReplays == replays || replays == REPLAYS ? Stage.DONE : Stage.MINIMIZED;
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

  private boolean isSame(Failure again) {
    return isSame(failure, again);
  }

  /** Whether two failures are one. */
  static boolean isSame(Failure one, Failure other) {
    return one.identity().equals(other.identity())
        || (one.kind() == other.kind() && ANYWHERE.contains(one.kind()));
  }

  /** A smaller input ended the worker that tried it: from now on that is to be reckoned with. */
  void endedItsMinimizer() {
    survived = false;
  }

  /** Its input is on disk. */
  void written(Path where) {
    file = where;
  }

  /** Where its input is on disk; null if it is not. */
  @Nullable Path file() {
    return file;
  }

  /** Whether workers survive it. */
  boolean survived() {
    return survived;
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

  /** Whether the next run of its input is to be in a fresh worker. */
  boolean needsFreshWorker() {
    return replays == 0;
  }

  /** The entry of the corpus that failed as it is, if it was one. */
  @Nullable Entry entry() {
    return entry;
  }

  /** The same, if the user wrote it. */
  @Nullable Entry seed() {
    return entry != null && entry.isSeed() ? entry : null;
  }

  Content content() {
    return content;
  }

  Failure failure() {
    return failure;
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
    if (failedReplays == replays) {
      return null;
    }
    return "Flaky: the same input failed in "
        + failedReplays
        + " of "
        + replays
        + " replays in another worker."
        + (otherFailure == null ? "" : " Otherwise it once failed: " + otherFailure.summary());
  }
}
