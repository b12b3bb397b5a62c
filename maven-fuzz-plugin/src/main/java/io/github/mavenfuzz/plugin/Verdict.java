// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What the outcomes of a module's targets mean to the build. */
final class Verdict {
  private final List<Outcome> outcomes;
  private final Path baseDirectory;

  /**
   * @param baseDirectory what paths in messages are relative to
   */
  Verdict(List<Outcome> outcomes, Path baseDirectory) {
    this.outcomes = outcomes;
    this.baseDirectory = baseDirectory;
  }

  /**
   * Fails the build if it has to fail: by findings first, then by faults.
   *
   * @param ignoreFindings whether findings are only logged
   */
  void pronounce(boolean ignoreFindings, Log log)
      throws MojoFailureException, MojoExecutionException {
    List<String> findings =
        outcomes.stream()
            .map(outcome -> outcome.failure(baseDirectory))
            .filter(Objects::nonNull)
            .toList();
    List<String> faults =
        outcomes.stream()
            .filter(outcome -> outcome.fault() != null)
            .map(outcome -> outcome.target() + ": " + outcome.reason())
            .toList();
    if (!findings.isEmpty() && !ignoreFindings) {
      throw new MojoFailureException(
          listed(Stream.concat(findings.stream(), faults.stream()).toList(), "failed"));
    }
    if (!findings.isEmpty()) {
      log.error(
          "fuzz.failureIgnore is set; otherwise the build would fail: "
              + listed(findings, "failed"));
    }
    if (!faults.isEmpty()) {
      Outcome first =
          outcomes.stream().filter(outcome -> outcome.fault() != null).findFirst().orElseThrow();
      throw new MojoExecutionException(listed(faults, "could not be fuzzed"), first.fault());
    }
  }

  private String listed(List<String> lines, String what) {
    if (lines.size() == 1) {
      return lines.get(0);
    }
    return "%s of %s targets %s:\n  %s"
        .formatted(lines.size(), outcomes.size(), what, String.join("\n  ", lines));
  }
}
