// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import org.jspecify.annotations.Nullable;

/**
 * What came of running one input.
 *
 * @param name the input's name
 * @param arguments its values as Java source
 * @param finding how it failed; null if it passed
 */
public record ReplayResult(String name, String arguments, @Nullable Finding finding) {}
