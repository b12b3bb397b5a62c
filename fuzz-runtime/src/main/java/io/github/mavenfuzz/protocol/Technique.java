// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

/** What the search does beyond mutating entries and looking at probes: off to see its worth. */
public enum Technique {
  /** Comparisons have hooks: without, nothing is known but what probes tell, as in Go. */
  HOOKS,
  /** Mutations follow what the target compared. */
  COMPARISONS,
  /** Of what it compared, mutations follow texts that its classes only mention, too. */
  CONSTANTS,
  /** What mutations break of what an entry passes is mended: magic values, then checksums. */
  MENDING,
  /** What was compared is followed suggestion by suggestion, looking at what comes of each. */
  ONE_BY_ONE,
  /** What has to be for a comparison to come out is computed from how it follows the input. */
  SOLVING,
  /** Inputs that come further than others are mutated, too, where coverage is flat. */
  PROGRESS,
  /** Entries that pay, and late ones, are mutated more. */
  ENERGY,
  /** Mutators that pay are used more. */
  MUTATORS,
  /** Mutators know characters, numbers, words, quotes and brackets. */
  TEXT,
  /** Numbers that say how long a part of an input is follow its length. */
  COUNTS,
  /** Entries are crossed with each other. */
  CROSS_OVER,
  /** Interesting inputs are made smaller before they become entries. */
  MINIMIZING
}
