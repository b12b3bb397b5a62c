// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Content;
import java.time.Duration;

/**
 * An execution that takes long, but not too long.
 *
 * @param number which of its worker's it is
 * @param input what it runs
 * @param time how long it has taken at least
 */
record SlowExecution(long number, Content input, Duration time) {}
