// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.Arrays;

/**
 * SplitMix64 (Steele, Lea, Flood 2014), as in {@link java.util.SplittableRandom}: its whole state
 * is one long, so that a state and a count of draws re-create a mutation in another process. Not
 * thread-safe.
 */
public final class Prng {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  // A table, since a branch that goes the other way at random costs more than all of a draw.
  private static final int[] LENGTH_LIMITS = new int[128];

  static {
    Arrays.fill(LENGTH_LIMITS, 0, 115, 8);
    Arrays.fill(LENGTH_LIMITS, 115, 127, 32);
    LENGTH_LIMITS[127] = Integer.MAX_VALUE;
  }

  private long state;

  /** Seeds that follow each other give unrelated sequences. */
  public Prng(long seed) {
    state = seed;
  }

  /** What {@link #restore} needs to repeat all that is drawn from now on. */
  public long state() {
    return state;
  }

  /** Goes back (or forth) to a {@link #state}. */
  public void restore(long state) {
    this.state = state;
  }

  /** All 64 bits random. */
  public long nextLong() {
    long z = state += GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0 to {@code bound - 1}; {@code bound} must be positive, which is not checked. */
  public int nextInt(int bound) {
    return scale(nextLong() >>> 32, bound);
  }

  /** True or false, each half the time. */
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** True once in {@code n} times. */
  public boolean oneIn(int n) {
    return nextInt(n) == 0;
  }

  /** From 1 to {@code max} or from -1 to {@code -max}. */
  int nextStep(int max) {
    long bits = nextLong();
    int step = scale(bits >>> 32, max) + 1;
    int sign = -(int) (bits & 1);
    return (step ^ sign) - sign;
  }

  /**
   * A length from 1 to {@code max}, mostly short: at most 8 in nine of ten cases, at most 32 in
   * nine of ten others. Go's {@code mutator.chooseLen}.
   */
  int nextLength(int max) {
    long bits = nextLong();
    int limit = Math.min(LENGTH_LIMITS[(int) bits & 127], max);
    return scale(bits >>> 32, limit) + 1;
  }

  /**
   * Lemire's multiplication in place of a division, without his rejection step: a bias of bound in
   * 2^32 is nothing to a fuzzer, and each draw costs the same.
   */
  private static int scale(long bits32, int bound) {
    return (int) ((bits32 * bound) >>> 32);
  }
}
