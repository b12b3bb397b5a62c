// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.stream.LongStream;

/**
 * How the comparisons of each site have come out, of those that were listened to, and how often it
 * was tried to make them come out otherwise. Not thread-safe.
 */
final class Outcomes {
  private static final int EQUAL = 1;
  private static final int LESS = 2;
  private static final int GREATER = 4;

  /** What did not come out so often needs something else, or another input. */
  private static final int MOST_TRIES = 8;

  /** After so many inputs it is tried again. */
  private static final int REST = 16;

  private static final long[] NONE = {};

  private final byte[] seen = new byte[ComparisonLog.SITES];
  private final byte[] tries = new byte[ComparisonLog.SITES];

  /** Two numbers were compared at a site. */
  void compared(int site, long left, long right) {
    seen[Sites.slot(site)] |= (byte) (left == right ? EQUAL : left < right ? LESS : GREATER);
  }

  /** Two sequences were compared at a site. */
  void compared(int site, boolean equal) {
    seen[Sites.slot(site)] |= (byte) (equal ? EQUAL : LESS);
  }

  /** What one side minus the other has never been at a site, as it were: 0, -1 or 1. */
  long[] missing(int site) {
    int all = seen[Sites.slot(site)];
    if (Sites.isEquality(site)) {
      return (all & EQUAL) == 0 ? new long[] {0} : NONE;
    }
    return LongStream.of(0, -1, 1)
        .filter(aim -> (all & (aim == 0 ? EQUAL : aim < 0 ? LESS : GREATER)) == 0)
        .toArray();
  }

  /** It is being tried at a site. */
  void tried(int site) {
    tries[Sites.slot(site)]++;
  }

  /** Whether it was tried so often at a site that there is little hope for another input. */
  boolean isHopeless(int site) {
    int slot = Sites.slot(site);
    if (tries[slot] < MOST_TRIES) {
      return false;
    }
    if (tries[slot]++ >= MOST_TRIES + REST) {
      tries[slot] = MOST_TRIES - 1;
    }
    return true;
  }
}
