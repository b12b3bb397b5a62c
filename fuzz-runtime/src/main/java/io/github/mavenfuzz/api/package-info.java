// SPDX-License-Identifier: Apache-2.0
/**
 * What fuzz tests are written with: {@link FuzzTest}. Lives in the code of users, so in the JVM of
 * {@code mvn test} and in the worker JVM.
 *
 * <p>Public: changes compatibly only.
 */
@NullMarked
package io.github.mavenfuzz.api;

import org.jspecify.annotations.NullMarked;
