// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.coverage.Hits;
import java.util.List;
import org.junit.jupiter.api.Test;

class StabilityTest {
  private final SharedCoverage coverage = new SharedCoverage();
  private final RecordingLog log = new RecordingLog();

  @Test
  void stability_isThePartThatWasReachedAgain() {
    coverage.add(List.of(Hits.of(1, 0, 1, 2)));
    coverage.addTouchedOnce(List.of(Hits.of(1, 2, 3), Hits.of(2, 0, 1, 2, 3)));
    coverage.add(List.of(Hits.of(2, 0, 1)));
    Stability stability = coverage.stability();
    assertThat(stability.reached()).isEqualTo(8);
    assertThat(stability.unstable()).isEqualTo(3);
    stability.report(log);
    assertThat(log.lines())
        .containsExactly(
            "I fuzz: stability: 62.5% (3 of 8 probes were not reached again when the same input ran"
                + " again, most of them in "
                + stability.worst()
                + ")");
  }

  @Test
  void whatIsAllStable_isNotWorthALine() {
    coverage.stability().report(log);
    coverage.add(List.of(Hits.of(1, 0, 1, 2)));
    coverage.addTouchedOnce(List.of(Hits.of(1, 2)));
    coverage.stability().report(log);
    assertThat(log.lines()).isEmpty();
  }
}
