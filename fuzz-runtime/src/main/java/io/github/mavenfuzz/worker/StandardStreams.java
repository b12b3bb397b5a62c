// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import java.io.PrintStream;

/** Where the target prints to: an execution that takes that away must not fail the next one. */
final class StandardStreams {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  /** Puts back what is missing. For the hot loop. */
  void restore() {
    if (System.out == null || System.err == null) {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
