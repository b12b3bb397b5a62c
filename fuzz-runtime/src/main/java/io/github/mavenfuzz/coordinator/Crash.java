// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failing input on its way to becoming a finding: the best so far of its minimization. */
final class Crash {

  /** Where a crash is on its way. */
  enum Stage {
    FOUND,
    MINIMIZING,
    DONE
  }

  /** Failures that a worker survives, so that it can try smaller inputs. */
  private static final Set<Kind> MINIMIZABLE =
      EnumSet.of(Kind.EXCEPTION, Kind.ASSERTION, Kind.STACK_OVERFLOW, Kind.OUT_OF_MEMORY);

  private final @Nullable Entry seed;
  private final Duration at;
  private Content content;
  private Failure failure;
  private Stage stage;
  private boolean reproduced = true;

  /**
   * A crash that was just found.
   *
   * @param seed the seed that failed as it is, if it was one
   * @param at when, since the campaign's start
   */
  Crash(@Nullable Entry seed, Content content, Failure failure, Duration at, boolean minimize) {
    this.seed = seed;
    this.content = content;
    this.failure = failure;
    this.at = at;
    boolean minimizable = seed == null && minimize && MINIMIZABLE.contains(failure.kind());
    this.stage = minimizable ? Stage.FOUND : Stage.DONE;
  }

  void begin() {
    stage = Stage.MINIMIZING;
  }

  /** A smaller input fails in the same way. */
  void improve(Content smaller, @Nullable Failure sameFailure) {
    if (sameFailure != null) {
      content = smaller;
      failure = sameFailure;
    }
  }

  /** The minimization is over; {@code again} tells whether the input failed again at all. */
  void finish(boolean again) {
    reproduced = again;
    stage = Stage.DONE;
  }

  /** The input was run once more, in a fresh worker; {@code again} tells whether it failed. */
  void confirm(boolean again) {
    reproduced = again;
  }

  Stage stage() {
    return stage;
  }

  @Nullable Entry seed() {
    return seed;
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

  boolean reproduced() {
    return reproduced;
  }
}
