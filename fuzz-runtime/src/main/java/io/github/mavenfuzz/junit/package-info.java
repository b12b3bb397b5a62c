// SPDX-License-Identifier: Apache-2.0
/**
 * Runs {@code @FuzzTest} methods under the JUnit Platform, 5.9 to 6.x: on their seeds in the JVM of
 * {@code mvn test} (entry point {@link FuzzTestExtension}), or handed over to the worker in the
 * worker JVM (entry point {@link JUnitHost}).
 *
 * <p>Only {@code ArgumentSources} and {@code SourceProviders} need junit-jupiter-params, only
 * {@code DeclaredParameters} one of 5.13 or later, and only {@code JUnitRun} and {@code
 * RunListener} the launcher: nothing else may refer to them before it is known that they load.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.junit;

import org.jspecify.annotations.NullMarked;
