// SPDX-License-Identifier: Apache-2.0
/**
 * Which targets a module has, and which of them are meant. Lives in the Maven JVM, but for {@link
 * TargetId}, which both JVMs share; entry points {@link TargetScanner} and {@link TargetPattern}.
 * Class files are read, never loaded.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.targets;

import org.jspecify.annotations.NullMarked;
