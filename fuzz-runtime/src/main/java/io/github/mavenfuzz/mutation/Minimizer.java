// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/** Makes an input as small and as simple as an {@link Attempt} accepts. */
public final class Minimizer {
  private Minimizer() {}

  /**
   * Changes the input in place until no simpler value of any parameter is accepted, or the attempts
   * are exhausted. The input, which must be acceptable as it is, then holds the last accepted one;
   * so it does if an attempt throws. Unlike Go's {@code minimizeInput} for all types, and again for
   * the first parameters after the last, which may have held them up.
   */
  public static void minimize(Input input, Attempt attempt) {
    int count = input.values().length;
    int unimproved = 0;
    for (int i = 0; unimproved < count && !attempt.exhausted(); i = (i + 1) % count) {
      boolean improved = input.values()[i].shrink(attempt);
      // An improved one has still to show that it cannot be improved.
      unimproved = improved ? 0 : unimproved + 1;
    }
  }
}
