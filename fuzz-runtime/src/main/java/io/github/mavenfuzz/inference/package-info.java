// SPDX-License-Identifier: Apache-2.0
/**
 * Finds out which parts of an input a comparison follows, by changing one after the other, and
 * computes what they have to be for it to come out: sums, lengths, encodings, checksums, of which
 * nothing in the input is a copy of what it is compared with. Lives in the worker JVM; entry point
 * {@link Solver}. After taint inference (GREYONE, Gan et al., USENIX Security 2020) and grey-box
 * concolic testing (Eclipser, Choi et al., ICSE 2019).
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.inference;

import org.jspecify.annotations.NullMarked;
