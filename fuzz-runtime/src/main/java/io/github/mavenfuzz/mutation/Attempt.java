// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/** What a minimization asks about each candidate. */
public interface Attempt {
  /** Runs the input as it is now: is it still the same failure, or the same coverage? */
  boolean accepts();

  /** Whether to give up now (time, limit, stop), keeping the best so far. Asked before each run. */
  boolean exhausted();
}
