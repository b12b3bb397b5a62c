// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.targets.TargetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a target has.
 *
 * @param target which
 * @param seeds rows of its argument sources
 * @param notices what is odd about them
 * @param error why it cannot be set up; null if it can
 */
public record TargetDescription(
    TargetId target, int seeds, List<String> notices, @Nullable String error) {}
