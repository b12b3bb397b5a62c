// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.corpus.Signature;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * A target that is ready to be invoked.
 *
 * @param signature its parameters
 * @param handle takes the parameters and returns nothing; already bound to the test instance
 * @param seeds one list of boxed values per row of the argument sources; never null values
 * @param dictionary tokens that mean something to it, a char per byte
 * @param notices what the user should know about seeds that could not be used, a line each
 */
public record FuzzTarget(
    Signature signature,
    MethodHandle handle,
    List<List<Object>> seeds,
    List<String> dictionary,
    List<String> notices) {}
