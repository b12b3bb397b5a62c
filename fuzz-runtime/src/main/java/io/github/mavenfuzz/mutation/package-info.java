// SPDX-License-Identifier: Apache-2.0
/**
 * Makes an input different, or smaller, reproducibly. Shared by both JVMs: a worker mutates,
 * minimizes and hands out; the coordinator only reads values back. Entry points {@link Input} and
 * {@link Minimizer}.
 *
 * <p>An {@link Input} is one {@link Value} per parameter. Whatever knows something about the target
 * (a dictionary, another entry to cross over with, what an execution compared) reaches the values
 * at the same place as the mutators do: a {@link SequenceValue}'s elements, a number's bits.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.mutation;

import org.jspecify.annotations.NullMarked;
