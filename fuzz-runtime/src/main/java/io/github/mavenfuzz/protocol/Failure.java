// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an execution failed.
 *
 * @param kind what sort of failure it is
 * @param identity 16 hexadecimal digits that are equal for failures at the same place
 * @param types class names of what was thrown and of its causes, outermost first; empty if nothing
 *     was
 * @param summary exception class and message, or what stands for them; as the target made it, so
 *     not safe for a terminal
 * @param trace the stack trace or thread dump, as printed by Java; not safe for a terminal
 * @param certain whether it is the input's doing, and not that of something before it in the same
 *     JVM: memory may have been full already, or a class without its initialisation
 */
public record Failure(
    Kind kind, String identity, List<String> types, String summary, String trace, boolean certain) {

  /** Checks that it is complete. */
  public Failure {
    requireNonNull(kind);
    requireNonNull(identity);
    types = List.copyOf(types);
    requireNonNull(summary);
    requireNonNull(trace);
  }

  /**
   * The identity of all failures that a JVM tells no place of: of a heap that was full, after it
   * was a few times. It takes another JVM to tell.
   */
  public static final String NOWHERE = "ffffffffffffffff";

  private static final String FRAME = "\tat ";

  private static final List<String> PLATFORM =
      List.of("java.", "javax.", "jdk.", "sun.", "org.junit.");

  /** After these a class stays as it is for good: each input that needs it fails, too. */
  private static final Set<String> CLASS_POISONING =
      Set.of("java.lang.ExceptionInInitializerError", "java.lang.NoClassDefFoundError");

  /** Whether another is the same failure: at the same place, or of a kind whose place is chance. */
  public boolean isSame(Failure other) {
    return identity.equals(other.identity) || (kind == other.kind && kind.isAnywhere());
  }

  /** Whether other inputs will fail in the same JVM because this one did, or before. */
  public boolean isPoisoningClasses() {
    return isPoisoningClasses(types);
  }

  /** The same of what was thrown, with its causes, by the names of their classes. */
  public static boolean isPoisoningClasses(List<String> types) {
    return types.stream().anyMatch(CLASS_POISONING::contains);
  }

  /**
   * What was thrown, and the line of the target or its libraries that threw it or called what did;
   * null if nothing was thrown there. It is rougher than the identity, which has the whole way.
   */
  public @Nullable String site() {
    if (kind != Kind.EXCEPTION && kind != Kind.ASSERTION) {
      return null;
    }
    List<String> lines = trace.lines().toList();
    int cause = lines.size() - 1;
    while (cause > 0 && !lines.get(cause).startsWith("Caused by: ")) {
      cause--;
    }
    return lines.stream()
        .skip(cause)
        .filter(line -> line.startsWith(FRAME))
        .filter(line -> !isPlatform(line.substring(FRAME.length())))
        .findFirst()
        .map(line -> types + line)
        .orElse(null);
  }

  /** Whether a class, or what begins with its name, is neither the target's nor its libraries'. */
  public static boolean isPlatform(String className) {
    // No stream: this is asked of each frame of each failure that is known already.
    for (String start : PLATFORM) {
      if (className.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** The same under another identity. */
  public Failure as(String otherIdentity) {
    return new Failure(kind, otherIdentity, types, summary, trace, certain);
  }

  /** The same, with the end of what the worker printed, if it printed anything. */
  public Failure withOutput(String output) {
    return output.isBlank()
        ? this
        : new Failure(kind, identity, types, summary, trace + "\nits output:\n" + output, certain);
  }

  /** Sorts of failures. */
  public enum Kind {
    /** An exception left the target. */
    EXCEPTION("exception"),
    /** An assertion failed. */
    ASSERTION("assertion"),
    /** The stack overflowed. */
    STACK_OVERFLOW("stack overflow"),
    /** Memory ran out. */
    OUT_OF_MEMORY("out of memory"),
    /** An execution exceeded its time. */
    TIMEOUT("timeout"),
    /** The worker ended by itself while it ran the target. */
    EXIT("exit"),
    /** The worker's JVM crashed. */
    CRASH("crash");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Whether it is chance where such a failure shows: that it does is what matters. */
    public boolean isAnywhere() {
      return this == TIMEOUT || this == OUT_OF_MEMORY || this == CRASH;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
