// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.coverage.CoverageMask;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was reached an input reaches every time: caches, lazy initialization, threads
 * and clocks make it less. AFL's figure, of probes that were new when they were reached.
 *
 * @param reached how many probes were reached
 * @param unstable how many of them by no input twice in a row
 * @param worst the class with most of those; null if there are none
 */
record Stability(int reached, int unstable, @Nullable String worst) {

  /** That of what was reached, and of the part of it that was reached again. */
  static Stability of(CoverageMask reached, CoverageMask again) {
    List<ClassHits> unstable = again.missing(reached);
    return new Stability(
        reached.count(),
        unstable.stream().mapToInt(ClassHits::count).sum(),
        unstable.stream()
            .max(Comparator.comparingInt(ClassHits::count))
            .map(hits -> hits.className().replace('/', '.'))
            .orElse(null));
  }

  /** Tells of it, if anything is unstable. */
  void report(ProgressLog log) {
    if (worst != null) {
      log.info(
          String.format(
              Locale.ROOT,
              "fuzz: stability: %.1f%% (%d of %d probes were not reached again when the same input"
                  + " ran again, most of them in %s)",
              100.0 * (reached - unstable) / reached,
              unstable,
              reached,
              Printable.line(worst)));
    }
  }
}
