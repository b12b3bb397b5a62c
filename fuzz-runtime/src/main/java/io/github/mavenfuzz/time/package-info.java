// SPDX-License-Identifier: Apache-2.0
/**
 * How users write and read durations. Used in every JVM; entry point {@link GoDuration}.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.time;

import org.jspecify.annotations.NullMarked;
