// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Failure;
import java.util.Locale;
import java.util.Set;

/** A worker ended while it had something to do. */
final class WorkerDiedException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int INTERNAL_ERROR = 70;
  private static final int OUT_OF_MEMORY = 72;

  /**
   * 128 + HUP, KILL: somebody outside wanted it. A worker ignores INT and TERM; Windows has no such
   * codes.
   */
  private static final Set<Integer> FROM_OUTSIDE = Set.of(129, 137);

  private final int exitCode;
  private final String output;

  WorkerDiedException(int exitCode, String output) {
    super("worker ended with exit status " + exitCode);
    this.exitCode = exitCode;
    this.output = output;
  }

  int exitCode() {
    return exitCode;
  }

  /** The end of what it printed. */
  String output() {
    return output;
  }

  boolean isInternalError() {
    return exitCode == INTERNAL_ERROR;
  }

  /** Whether a signal ended it that its input cannot have caused. */
  boolean isKilled() {
    return FROM_OUTSIDE.contains(exitCode);
  }

  /** How it ended, for a sentence about a worker. */
  String describe() {
    return isKilled()
        ? "terminated by unexpected signal: exit status " + exitCode
        : "ended with exit status " + exitCode;
  }

  /** The same as a failure of the input that it ran, in Go's words. */
  Failure asFailure() {
    boolean outOfMemory = exitCode == OUT_OF_MEMORY;
    String summary =
        outOfMemory
            ? "java.lang.OutOfMemoryError: the target keeps so much that the worker cannot go on"
            : "fuzzing process hung or terminated unexpectedly: exit status " + exitCode;
    return new Failure(
        outOfMemory ? Failure.Kind.OUT_OF_MEMORY : Failure.Kind.EXIT,
        String.format(Locale.ROOT, "%016x", exitCode),
        summary,
        summary + (output.isBlank() ? "" : "\nits output:\n" + output));
  }
}
