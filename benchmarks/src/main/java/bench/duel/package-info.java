// SPDX-License-Identifier: Apache-2.0
/**
 * The side by side: sets the engine and Jazzer on the same targets, in turn, and writes tables and
 * a plot of what both find. Entry point {@link Duel}; each run of a contestant is a process of its
 * own, and so is the referee's.
 */
@NullMarked
package bench.duel;

import org.jspecify.annotations.NullMarked;
