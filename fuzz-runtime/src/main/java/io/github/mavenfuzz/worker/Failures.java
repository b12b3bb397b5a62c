// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.interception.TargetExit;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what left the target into a {@link Failure}. */
final class Failures {

  /** Tests say with these that an input is none of theirs: no failure. By name, as in JUnit. */
  private static final Set<String> ASSUMPTIONS =
      Set.of(
          "org.opentest4j.TestAbortedException",
          "org.junit.internal.AssumptionViolatedException",
          "org.testng.SkipException");

  /** Of the threads that every JVM has. */
  private static final Set<String> JVM_GROUPS = Set.of("system", "InnocuousThreadGroup");

  /** What the JVM says where an execution's own objects have no room. */
  private static final Set<String> HEAP_IS_FULL =
      Set.of(
          "Java heap space", "GC overhead limit exceeded", "Requested array size exceeds VM limit");

  private static final int MAX_TRACE_LINES = 100;

  /** One turn of a recursion looks like another. */
  private static final int MAX_OVERFLOW_LINES = 30;

  private static final int MAX_TEXT = 1 << 16;

  private Failures() {}

  /** Whether that is a failure, not an assumption that does not hold. */
  static boolean isFailure(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      if (ASSUMPTIONS.contains(type.getName())) {
        return false;
      }
    }
    return true;
  }

  /** Describes what an execution threw. */
  static Failure of(Throwable thrown) {
    Kind kind = kindOf(thrown);
    List<String> types =
        StackIdentity.chain(thrown).stream().map(one -> one.getClass().getName()).toList();
    String identity = StackIdentity.of(thrown);
    return new Failure(
        kind,
        identity,
        types,
        summary(thrown),
        trace(thrown),
        !identity.equals(Failure.NOWHERE)
            && !Failure.isPoisoningClasses(types)
            && (kind != Kind.OUT_OF_MEMORY || wasItsOwnMemory(thrown)));
  }

  /**
   * Whether memory ran out because of what the execution itself had in hand: then it is free again.
   */
  private static boolean wasItsOwnMemory(Throwable thrown) {
    if (!isHeapFull(StackIdentity.rootCause(thrown))) {
      return false;
    }
    System.gc();
    Runtime heap = Runtime.getRuntime();
    return heap.totalMemory() - heap.freeMemory() < heap.maxMemory() / 4;
  }

  static boolean isHeapFull(Throwable root) {
    try {
      return HEAP_IS_FULL.stream().anyMatch(String.valueOf(root.getMessage())::startsWith);
    } catch (Throwable e) {
      // The target's own getMessage() may fail.
      return false;
    }
  }

  /** Whether what an execution threw is that failure again. */
  static boolean isSame(Failure failure, Throwable thrown) {
    return failure.identity().equals(StackIdentity.of(thrown))
        || (failure.kind().isAnywhere() && failure.kind() == kindOf(thrown));
  }

  /** Describes what exceeded its time. */
  static Failure timeout(Watchdog.Patience patience, Standstill standstill) {
    Thread target = standstill.target();
    Map<Thread, StackTraceElement[]> stacks = standstill.stacks();
    StackTraceElement[] stack = stacks.getOrDefault(target, new StackTraceElement[0]);
    String summary =
        "%s took longer than %s ms (%s)"
            .formatted(patience.name(), patience.most().toMillis(), patience.parameter());
    StringBuilder trace = new StringBuilder(summary).append('\n');
    append(trace, target, stack);
    stacks.forEach(
        (thread, frames) -> {
          if (thread != target && isTargets(thread) && frames.length > 0) {
            append(trace, thread, frames);
          }
        });
    return new Failure(
        Kind.TIMEOUT,
        StackIdentity.ofHang(standstill.samples()),
        List.of(),
        summary,
        cut(trace.toString()),
        true);
  }

  /** Neither the JVM's own nor one of this library's. */
  private static boolean isTargets(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group != null
        && !JVM_GROUPS.contains(group.getName())
        && !(thread instanceof Watchdog)
        && !thread.getName().equals(WorkerMain.READER);
  }

  private static void append(StringBuilder text, Thread thread, StackTraceElement[] frames) {
    text.append('"').append(thread.getName()).append("\" ").append(thread.getState()).append('\n');
    for (StackTraceElement frame : frames) {
      if (StackIdentity.isOurs(frame)) {
        break;
      }
      if (!frame.getClassName().startsWith("java.lang.invoke.")) {
        // Other than an exception's own trace, a dump names the class path's loader.
        text.append("\tat ").append(frame.toString().replaceFirst("^app//", "")).append('\n');
      }
    }
  }

  private static Kind kindOf(Throwable thrown) {
    Throwable root = StackIdentity.rootCause(thrown);
    if (root instanceof TargetExit) {
      return Kind.EXIT;
    }
    if (root instanceof StackOverflowError) {
      return Kind.STACK_OVERFLOW;
    }
    if (root instanceof OutOfMemoryError) {
      return Kind.OUT_OF_MEMORY;
    }
    return thrown instanceof AssertionError ? Kind.ASSERTION : Kind.EXCEPTION;
  }

  private static String summary(Throwable thrown) {
    try {
      return cut(thrown.toString());
    } catch (Throwable e) {
      // The target's own getMessage() may fail, too.
      return thrown.getClass().getName() + " (its message cannot be read: " + e.getClass() + ")";
    }
  }

  /** The stack trace without the frames below the target's own. */
  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    try {
      thrown.printStackTrace(new PrintWriter(text, true));
    } catch (Throwable e) {
      return summary(thrown);
    }
    List<String> kept = new ArrayList<>();
    boolean below = false;
    for (String line : (Iterable<String>) text.toString().lines()::iterator) {
      String frame = frame(line);
      boolean ours = frame != null && (below || StackIdentity.isOurFrame(frame));
      if (ours && !below) {
        removeInvocation(kept);
      }
      below = ours;
      if (!below) {
        kept.add(line);
      }
    }
    int most = kindOf(thrown) == Kind.STACK_OVERFLOW ? MAX_OVERFLOW_LINES : MAX_TRACE_LINES;
    if (kept.size() > most) {
      int more = kept.size() - most;
      kept.subList(most, kept.size()).clear();
      kept.add("\t... " + more + " more lines");
    }
    return cut(String.join("\n", kept) + "\n");
  }

  /** What is printed of a frame; null if the line is none. */
  private static @Nullable String frame(String line) {
    // The frames of suppressed exceptions are indented further.
    String unindented = line.stripLeading();
    return unindented.startsWith("at ") && unindented.length() < line.length()
        ? unindented.substring(3)
        : null;
  }

  /**
   * Removes the frames at the end by which the JDK leads from our method handle to the target: the
   * JVM hides them from most traces, but not from those of an OutOfMemoryError.
   */
  private static void removeInvocation(List<String> lines) {
    int last = lines.size() - 1;
    while (last >= 0) {
      String frame = frame(lines.get(last));
      if (frame == null || !frame.matches("([^/(]*/)?java\\.lang\\.invoke\\..*")) {
        break;
      }
      lines.remove(last--);
    }
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...";
  }
}
