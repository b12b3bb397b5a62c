// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Arrays;

/**
 * How far executions have come where probes show nothing new: in which states a program was that
 * tells small numbers apart, how near the sides of a comparison have come to each other, how often
 * a site was reached in one execution. What was seen once is no progress any more, and each site
 * can show only so much, so that there is an end to it. After libFuzzer's value profile, the maxima
 * of PerfFuzz (Lemieux et al., ISSTA 2018) and the states of IJON (Aschermann et al., S&P 2020),
 * which there the user has to name.
 */
public final class Progress {
  private static final int SITES = ComparisonLog.SITES;
  private static final int STATES = 1 << 16;
  private static final int STATE_SHIFT = Long.SIZE - 16;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** More states than that say nothing about where an execution is. */
  private static final int MOST_STATES = 512;

  private static final int SMALL = 255;

  /** A distance, or a number of times, has to change by this part to count. */
  private static final int PART = 8;

  private final boolean[] states = new boolean[STATES];
  private final int[] statesOfSite = new int[SITES];
  private final long[] nearest = new long[SITES];
  private final int[] mostTimes = new int[SITES];

  // Of one execution: what each site has compared last, and which two of them changed that last.
  private final long[] last = new long[SITES];
  private final int[] executionOf = new int[SITES];
  private int execution;
  private int changed;
  private long value;
  private long otherValue;

  /** Nothing was seen yet. */
  public Progress() {
    Arrays.fill(nearest, Long.MAX_VALUE);
  }

  /** An execution is over whose comparisons come now, in their order. */
  void begin() {
    execution++;
    changed = -1;
    value = 0;
    otherValue = 0;
  }

  /** Two numbers were compared; true if that is progress. */
  boolean compared(int site, long left, long right) {
    int slot = Sites.slot(site);
    boolean nearer = left != right && comesNearer(slot, left, right);
    // What is only put in order is a loop's counter, or has no end.
    boolean fresh = Sites.isEquality(site) && isSmall(left) && isSmall(right);
    return (fresh && isNewState(slot, left, right)) || nearer;
  }

  private static boolean isSmall(long number) {
    return number >= -SMALL && number <= SMALL;
  }

  private boolean comesNearer(int slot, long left, long right) {
    long difference = left - right;
    boolean overflows = ((left ^ right) & (left ^ difference)) < 0;
    long distance = Math.abs(difference);
    long least = nearest[slot];
    if (overflows || distance >= least - least / PART) {
      return false;
    }
    nearest[slot] = distance;
    // The first time is none.
    return least != Long.MAX_VALUE;
  }

  /** What one site compares tells where an execution is on one axis: two of them tell where. */
  private boolean isNewState(int slot, long left, long right) {
    long pair = ((slot * 1021L + left) * 1021 + right) * MIX;
    if (executionOf[slot] != execution || last[slot] != pair) {
      executionOf[slot] = execution;
      last[slot] = pair;
      if (changed != slot) {
        otherValue = value;
        changed = slot;
      }
      value = pair;
    }
    int state = (int) (((pair ^ otherValue >>> 1) * MIX) >>> STATE_SHIFT);
    if (states[state] || statesOfSite[slot] >= MOST_STATES) {
      return false;
    }
    states[state] = true;
    statesOfSite[slot]++;
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
