// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

/** What the search does beyond mutating entries and looking at probes: off to see its worth. */
public enum Technique {
  /** Mutations follow what the target compared. */
  COMPARISONS,
  /** Inputs that come further than others are mutated, too, where coverage is flat. */
  PROGRESS,
  /** Mutators that pay are used more. */
  MUTATORS,
  /** Entries are crossed with each other. */
  CROSS_OVER
}
