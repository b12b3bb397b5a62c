// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is configured for this plugin on how workers are started.
 *
 * @param jvm a java executable; null means the toolchain's or Maven's
 * @param argLine JVM arguments; null means Surefire's
 * @param systemPropertyVariables on top of Surefire's
 * @param environmentVariables on top of Surefire's
 */
record JvmSettings(
    @Nullable String jvm,
    @Nullable String argLine,
    Map<String, String> systemPropertyVariables,
    Map<String, String> environmentVariables) {}
