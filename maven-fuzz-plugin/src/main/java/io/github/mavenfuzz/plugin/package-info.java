// SPDX-License-Identifier: Apache-2.0
/**
 * The goals. They read what the POM and the command line say, hand it to the {@link
 * io.github.mavenfuzz.coordinator.Coordinator coordinator}, and turn its results into the build's
 * verdict. Lives in the Maven JVM.
 *
 * <p>Internal: may change in any release; the goals and their parameters may not.
 */
@NullMarked
package io.github.mavenfuzz.plugin;

import org.jspecify.annotations.NullMarked;
