// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static java.util.Objects.requireNonNull;

/**
 * Something that an execution did first, or did more of than any before: see {@link Progress}.
 *
 * @param kind in what it came further
 * @param number which state, or a slot that the site has, perhaps with others: the same in one JVM,
 *     and mostly in others
 */
public record Milestone(Kind kind, int number) {

  /** In what an execution comes further. */
  public enum Kind {
    /** The program was in a state that it was not in before. */
    STATE,
    /** The sides of a comparison were nearer to each other than ever. */
    NEAREST,
    /** Two texts or the like that were compared met, or a key was looked up where there are any. */
    MET,
    /** A text that was compared was a part of the input, so that another can take its place. */
    IN_INPUT,
    /** A site was reached more often in one execution than ever. */
    TIMES,
    /** What a key was looked up in had more elements than ever. */
    SIZE
  }

  /** Checks that it is complete. */
  public Milestone {
    requireNonNull(kind);
  }
}
