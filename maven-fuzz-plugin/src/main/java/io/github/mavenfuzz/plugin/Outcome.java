// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.CampaignResult;
import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.Finding;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.util.List;
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

  private List<Finding> findings() {
    return result == null ? List.of() : result.findings();
  }

  /** What failed and where its input is, a line for each finding; null if there is none. */
  @Nullable String failure(Path baseDirectory) {
    List<String> lines =
        findings().stream().map(finding -> failure(finding, baseDirectory)).toList();
    return switch (lines.size()) {
      case 0 -> null;
      case 1 -> target + ": " + lines.get(0);
      default -> target + ": " + lines.size() + " findings:\n    " + String.join("\n    ", lines);
    };
  }

  private static String failure(Finding finding, Path baseDirectory) {
    Path file = finding.file();
    String input =
        file == null
            ? finding.name()
            : (file.startsWith(baseDirectory) ? baseDirectory.relativize(file) : file).toString();
    return "%s (failing input: %s)".formatted(finding.summary(), input);
  }

  /** What kept the target from being fuzzed, as a sentence about it; null if nothing did. */
  @Nullable String problem() {
    String reason = reason();
    return reason == null
        ? null
        : target + (namesTarget() ? " " : " could not be fuzzed: ") + reason;
  }

  /** The same without the target's name, which most messages begin with. */
  @Nullable String reason() {
    if (fault == null) {
      return null;
    }
    String message = String.valueOf(fault.getMessage());
    return namesTarget() ? message.substring(target.toString().length() + 1) : message;
  }

  private boolean namesTarget() {
    return fault != null && String.valueOf(fault.getMessage()).startsWith(target + " ");
  }

  /** In a word or a line. */
  String summary() {
    List<Finding> findings = findings();
    if (!findings.isEmpty()) {
      String more = findings.size() > 1 ? " and " + (findings.size() - 1) + " more" : "";
      String first = findings.get(0).summary().lines().findFirst().orElse("");
      return "FAILED: " + first + more;
    }
    String reason = reason();
    if (reason != null) {
      String first = reason.lines().findFirst().orElse("");
      // One that ends so says nothing without the next.
      return "ERROR: "
          + (first.endsWith(":")
              ? reason.lines().limit(2).collect(Collectors.joining(" "))
              : first);
    }
    if (result == null) {
      return "not started";
    }
    return result.interrupted() ? "interrupted" : "passed";
  }
}
