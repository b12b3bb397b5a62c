// SPDX-License-Identifier: Apache-2.0
/**
 * Which probes an execution touched, and whether that is new. Shared by both JVMs: the coordinator
 * keeps a {@link CoverageMask}; a worker's {@link Probes} are the live arrays that JaCoCo's
 * instrumentation writes to, with {@link JacocoInstrumenter} as the only class that knows JaCoCo.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.coverage;

import org.jspecify.annotations.NullMarked;
