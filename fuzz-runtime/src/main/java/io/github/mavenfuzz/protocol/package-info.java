// SPDX-License-Identifier: Apache-2.0
/**
 * What coordinator and worker say to each other: {@link Call} and {@link Response}, one JSON object
 * per line over a {@link MessageChannel}, and the {@link SharedMemory} that survives a worker's
 * death. Shared by both JVMs.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.protocol;

import org.jspecify.annotations.NullMarked;
