// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static java.util.Objects.requireNonNull;

/**
 * Something that an execution did first, or did more of than any before: see {@link Progress}.
 *
 * @param kind in what it came further
 * @param number which state, or the slot of which site: the same in one JVM, and mostly in others
 */
public record Milestone(Kind kind, int number) {

  /** In what an execution comes further. */
  public enum Kind {
    /** The program was in a state that it was not in before. */
    STATE,
    /** The sides of a comparison were nearer to each other than ever. */
    NEAREST,
    /** A site was reached more often in one execution than ever. */
    TIMES
  }

  /** Checks that it is complete. */
  public Milestone {
    requireNonNull(kind);
  }
}
