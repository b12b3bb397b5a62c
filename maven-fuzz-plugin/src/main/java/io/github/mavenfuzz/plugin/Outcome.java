// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.CampaignResult;
import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.Finding;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of one target.
 *
 * @param target the target
 * @param result how its campaign ended; null if there was none
 * @param fault why there is no result; null if the target's turn never came
 */
record Outcome(
    TargetId target, @Nullable CampaignResult result, @Nullable CoordinatorException fault) {

  @Nullable Finding finding() {
    return result == null ? null : result.finding();
  }

  /** One line on what failed and where its input is; null if there is no finding. */
  @Nullable String failure(Path baseDirectory) {
    Finding finding = finding();
    if (finding == null) {
      return null;
    }
    Path file = finding.file();
    String input =
        file == null
            ? finding.name()
            : (file.startsWith(baseDirectory) ? baseDirectory.relativize(file) : file).toString();
    return "%s: %s (failing input: %s)".formatted(target, finding.summary(), input);
  }

  /** In a word or a line. */
  String summary() {
    Finding finding = finding();
    if (finding != null) {
      return "FAILED: " + finding.summary();
    }
    if (fault != null) {
      String message = String.valueOf(fault.getMessage());
      String first = message.lines().findFirst().orElse("");
      // One that ends so says nothing without the next.
      return "ERROR: "
          + (first.endsWith(":")
              ? message.lines().limit(2).collect(Collectors.joining(" "))
              : first);
    }
    if (result == null) {
      return "not started";
    }
    return result.interrupted() ? "interrupted" : "passed";
  }
}
