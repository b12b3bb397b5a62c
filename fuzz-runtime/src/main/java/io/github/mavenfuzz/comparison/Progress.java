// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Arrays;

/**
 * How far executions have come where probes show nothing new: which pairs of small numbers a site
 * has compared, how near its two sides have come to each other, how often it was reached in one
 * execution. What was seen once is no progress any more, and each site can show only so much, so
 * that there is an end to it. After libFuzzer's value profile, and the maxima of PerfFuzz (Lemieux
 * et al., ISSTA 2018).
 */
public final class Progress {
  private static final int SITES = ComparisonLog.SITES;
  private static final int PAIRS = 1 << 16;
  private static final int PAIR_SHIFT = Long.SIZE - 16;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** More pairs than that say nothing about where an execution is. */
  private static final int MOST_PAIRS = 64;

  private static final int SMALL = 255;

  /** A distance, or a number of times, has to change by this part to count. */
  private static final int PART = 8;

  private final boolean[] pairs = new boolean[PAIRS];
  private final int[] pairsOfSite = new int[SITES];
  private final long[] nearest = new long[SITES];
  private final int[] mostTimes = new int[SITES];

  /** Nothing was seen yet. */
  public Progress() {
    Arrays.fill(nearest, Long.MAX_VALUE);
  }

  /** Two numbers were compared; true if that is progress. */
  boolean compared(int site, long left, long right) {
    int slot = site & (SITES - 1);
    if (left == right) {
      // A switch, or a comparison that came out: the probes show that.
      return false;
    }
    boolean nearer = comesNearer(slot, left, right);
    boolean fresh = isSmall(left) && isSmall(right) && isNewPair(site, slot, left, right);
    return nearer || fresh;
  }

  private static boolean isSmall(long number) {
    return number >= -SMALL && number <= SMALL;
  }

  private boolean comesNearer(int slot, long left, long right) {
    long distance = Math.abs(left - right);
    long least = nearest[slot];
    if (distance < 0 || distance >= least - least / PART) {
      return false;
    }
    nearest[slot] = distance;
    // The first time is none.
    return least != Long.MAX_VALUE;
  }

  private boolean isNewPair(int site, int slot, long left, long right) {
    int index = (int) ((((site * 31L + left) * 1021 + right) * MIX) >>> PAIR_SHIFT);
    if (pairs[index] || pairsOfSite[slot] >= MOST_PAIRS) {
      return false;
    }
    pairs[index] = true;
    pairsOfSite[slot]++;
    return true;
  }

  /** A site was reached so often in one execution; true if that is progress. */
  boolean reached(int slot, int times) {
    int most = mostTimes[slot];
    if (times <= most + most / PART) {
      return false;
    }
    mostTimes[slot] = times;
    return true;
  }
}
