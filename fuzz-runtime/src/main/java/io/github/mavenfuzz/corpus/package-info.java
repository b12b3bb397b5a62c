// SPDX-License-Identifier: Apache-2.0
/**
 * Inputs of a target: their types, the text format that keeps them, the directories that hold them.
 * Shared by both JVMs; entry points {@link Signature}, {@link CorpusFile} and {@link
 * CorpusDirectory}.
 *
 * <p>Internal: may change in any release. The format of the files may not.
 */
@NullMarked
package io.github.mavenfuzz.corpus;

import org.jspecify.annotations.NullMarked;
