// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes that should have got probes, but could not: they run as they are. Thread-safe. */
final class UnseenClasses {
  private int count;
  private @Nullable String first;

  /** A class that runs as it is, and why. */
  synchronized void add(String name, Throwable reason) {
    count++;
    if (first == null) {
      Throwable root = StackIdentity.rootCause(reason);
      first = name.replace('/', '.') + " (" + root + ")";
    }
  }

  /** What the user should know, in at most one line. */
  synchronized List<String> notices() {
    if (first == null) {
      return List.of();
    }
    String what =
        count == 1
            ? "a class cannot be instrumented, and runs"
            : count + " classes cannot be" + " instrumented, and run";
    return List.of(what + " unseen: " + first + (count == 1 ? "" : " and others"));
  }
}
