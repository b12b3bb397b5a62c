// SPDX-License-Identifier: Apache-2.0
/**
 * Hands out inputs, collects results, owns the corpus and the verdict. Lives in the Maven JVM;
 * entry points {@link Coordinator} for a campaign, {@link Replay} for one input and {@link
 * TargetInspector} for what a target has.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.coordinator;

import org.jspecify.annotations.NullMarked;
