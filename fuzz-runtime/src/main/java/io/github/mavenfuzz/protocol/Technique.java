// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

/** What the search does beyond mutating entries and looking at probes: off to see its worth. */
public enum Technique {
  /** Mutations follow what the target compared. */
  COMPARISONS,
  /** Of what it compared, mutations follow texts that its classes only mention, too. */
  CONSTANTS,
  /** What mutations break of what an entry passes is mended: magic values, then checksums. */
  MENDING,
  /** Inputs that come further than others are mutated, too, where coverage is flat. */
  PROGRESS,
  /** Entries that pay, and late ones, are mutated more. */
  ENERGY,
  /** Mutators that pay are used more. */
  MUTATORS,
  /** Mutators know characters, numbers, words, quotes and brackets. */
  TEXT,
  /** Entries are crossed with each other. */
  CROSS_OVER,
  /** Interesting inputs are made smaller before they become entries. */
  MINIMIZING
}
