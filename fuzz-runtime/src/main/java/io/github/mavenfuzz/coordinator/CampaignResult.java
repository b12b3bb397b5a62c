// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.targets.TargetId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign ended.
 *
 * @param target what was fuzzed
 * @param executions executions in total, all workers
 * @param elapsed how long it took
 * @param interesting entries that this campaign added to the cache
 * @param finding what made it fail; null if nothing did
 * @param interrupted whether it was stopped before its budget was spent
 */
public record CampaignResult(
    TargetId target,
    long executions,
    Duration elapsed,
    int interesting,
    @Nullable Finding finding,
    boolean interrupted) {}
