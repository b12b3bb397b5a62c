// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.time.GoDuration;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The executions that took long: hangs in the making, or what makes a campaign slow. */
final class SlowExecutions {
  private long count;
  private @Nullable SlowExecution slowest;

  void add(SlowExecution execution) {
    count++;
    if (slowest == null || slowest.time().compareTo(execution.time()) < 0) {
      slowest = execution;
    }
  }

  /** Tells how many there were, and keeps the input of the slowest. */
  void report(CoordinatorOptions options, Corpus corpus, ProgressLog log) {
    if (slowest == null) {
      return;
    }
    Path file = corpus.saveReport("slowest", slowest.input(), log);
    log.warn(
        String.format(
            Locale.ROOT,
            "fuzz: %d execution%s took longer than a tenth of fuzz.timeout (%s); %s took %.1fs%s",
            count,
            count == 1 ? "" : "s",
            GoDuration.format(options.timeout()),
            count == 1 ? "it" : "the slowest",
            slowest.time().toMillis() / 1000.0,
            file == null ? "" : ", with the input in " + options.relative(file)));
  }
}
