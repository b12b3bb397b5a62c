// SPDX-License-Identifier: Apache-2.0
/**
 * What an execution compared with what: how near it came to a branch that it did not take, as
 * probes cannot tell. Lives in the worker JVM; entry points {@link ComparisonInstrumenter}, which
 * puts hooks into classes, and {@link Comparisons}, which listens to them for an execution. The
 * hooks do nothing while nobody listens. AFL++'s CmpLog and REDQUEEN (Aschermann et al., NDSS 2019)
 * are the model.
 *
 * <p>Internal: may change in any release.
 */
@NullMarked
package io.github.mavenfuzz.comparison;

import org.jspecify.annotations.NullMarked;
