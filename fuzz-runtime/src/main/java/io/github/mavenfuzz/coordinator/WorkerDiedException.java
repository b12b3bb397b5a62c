// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import io.github.mavenfuzz.protocol.Halt;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A worker ended while it had something to do. */
final class WorkerDiedException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int KILLED = 137;

  /**
   * 128 + HUP, INT, KILL, TERM: perhaps somebody outside wanted it, perhaps the target called
   * exit(137). Windows has no such codes.
   */
  private static final Set<Integer> SIGNALS = Set.of(129, 130, KILLED, 143);

  private final int exitCode;
  private final Halt halt;
  private final transient @Nullable Failure hung;
  private final transient @Nullable JvmCrash crash;
  private final String output;
  private final String arguments;

  /**
   * A worker's end.
   *
   * @param hung what the worker said, if it ended because something took too long
   * @param crash what its JVM wrote, if that crashed
   * @param output the end of what it printed
   * @param arguments what it was started with
   */
  WorkerDiedException(
      int exitCode,
      Halt halt,
      @Nullable Failure hung,
      @Nullable JvmCrash crash,
      String output,
      String arguments) {
    super("worker ended with exit status " + exitCode);
    this.exitCode = exitCode;
    this.halt = halt;
    this.hung = hung;
    this.crash = crash;
    this.output = output;
    this.arguments = arguments;
  }

  int exitCode() {
    return exitCode;
  }

  /** The end of what it printed. */
  String output() {
    return output;
  }

  /** What may tell why it ended before it ran anything. */
  String circumstances() {
    return "its output:\n" + output + "\nits arguments:\n" + arguments;
  }

  boolean isInternalError() {
    return halt == Halt.INTERNAL_ERROR;
  }

  /** Whether it ended itself as something took too long. */
  boolean isHung() {
    return hung != null;
  }

  /** Whether it may have been ended from outside, through no fault of its input. */
  boolean isKilled() {
    if (crash != null) {
      return crash.suspected();
    }
    return halt == Halt.NONE && hung == null && SIGNALS.contains(exitCode);
  }

  /** How it ended, for a sentence about a worker. */
  String describe() {
    if (halt == Halt.OUT_OF_MEMORY) {
      return "out of memory: exit status " + exitCode;
    }
    return isKilled()
        ? "terminated by unexpected signal: exit status " + exitCode
        : "ended with exit status " + exitCode;
  }

  /** The same as a failure of the input that it ran, in Go's words. */
  Failure asFailure() {
    if (hung != null) {
      return hung.withOutput(output);
    }
    if (crash != null) {
      return crash.failure();
    }
    boolean outOfMemory = halt == Halt.OUT_OF_MEMORY;
    String summary =
        outOfMemory
            ? "java.lang.OutOfMemoryError: the target keeps so much that the worker cannot go on"
            : "fuzzing process hung or terminated unexpectedly: exit status " + exitCode;
    StringBuilder trace = new StringBuilder(summary);
    if (exitCode == KILLED && !outOfMemory) {
      trace
          .append("\nSomething killed it: the operating system, if memory was short, or the target")
          .append(" itself.");
    }
    Failure failure =
        new Failure(
            outOfMemory ? Kind.OUT_OF_MEMORY : Kind.EXIT,
            String.format(Locale.ROOT, "%016x", outOfMemory ? 0 : exitCode),
            List.of(),
            summary,
            trace.toString(),
            !outOfMemory);
    return failure.withOutput(output);
  }
}
