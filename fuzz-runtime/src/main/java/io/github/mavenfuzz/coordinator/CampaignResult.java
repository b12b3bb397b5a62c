// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.targets.TargetId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign ended.
 *
 * @param target what was fuzzed
 * @param executions executions in total, all workers
 * @param elapsed how long it took
 * @param interesting entries that this campaign added to the cache
 * @param findings what made it fail, in the order in which it was found; empty if nothing did
 * @param interrupted whether it was stopped before its budget was spent
 */
public record CampaignResult(
    TargetId target,
    long executions,
    Duration elapsed,
    int interesting,
    List<Finding> findings,
    boolean interrupted) {

  /** Copies the list. */
  public CampaignResult {
    findings = List.copyOf(findings);
  }

  /** The first of the findings; null if there is none. */
  public @Nullable Finding finding() {
    return findings.isEmpty() ? null : findings.get(0);
  }
}
