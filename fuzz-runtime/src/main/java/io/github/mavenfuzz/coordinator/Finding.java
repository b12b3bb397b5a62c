// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An input that makes the target fail.
 *
 * @param name the name of the input: a corpus file's, or {@code seed#0}
 * @param kind exception, assertion, timeout, ... in the words of the architecture
 * @param identity 16 hexadecimal digits of the stack identity
 * @param summary the first line of the failure: exception class and message, escaped
 * @param trace the stack trace or the thread dump, many lines, escaped
 * @param arguments the arguments as Java source
 * @param file the file that the input was written to; null for a failing seed
 */
public record Finding(
    String name,
    String kind,
    String identity,
    String summary,
    String trace,
    String arguments,
    @Nullable Path file) {}
