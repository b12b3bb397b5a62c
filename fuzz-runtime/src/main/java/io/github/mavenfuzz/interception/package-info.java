// SPDX-License-Identifier: Apache-2.0
/**
 * Notices what a target does beside returning: exits, exceptions on threads of its own, threads
 * that it leaves behind. Lives in the worker JVM; entry points {@link ExitInterceptor}, {@link
 * Strays} and {@link TargetThreads}.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.interception;

import org.jspecify.annotations.NullMarked;
