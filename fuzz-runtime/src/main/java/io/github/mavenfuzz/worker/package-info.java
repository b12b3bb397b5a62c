// SPDX-License-Identifier: Apache-2.0
/**
 * Runs the target as the coordinator asks. Lives in the worker JVM; entry points {@link
 * WorkerAgent}, which instruments classes, and {@link WorkerMain}.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.worker;

import org.jspecify.annotations.NullMarked;
