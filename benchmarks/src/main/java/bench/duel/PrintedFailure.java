// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.util.regex.Pattern;

/** When a fuzzer first told of a failure, and what it printed last. */
final class PrintedFailure {
  private final Pattern failure;
  private double seconds = Double.POSITIVE_INFINITY;
  private String last = "";

  /** With what a line contains that tells of one. */
  PrintedFailure(Pattern failure) {
    this.failure = failure;
  }

  void line(double now, String line) {
    last = line;
    if (failure.matcher(line).find()) {
      seconds = Math.min(seconds, now);
    }
  }

  /** Seconds after the start; infinite if it told of none. */
  double seconds() {
    return seconds;
  }

  String last() {
    return last;
  }
}
