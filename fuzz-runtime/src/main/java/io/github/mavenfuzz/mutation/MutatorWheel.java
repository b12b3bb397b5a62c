// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.Arrays;
import java.util.List;

/**
 * Draws mutators, each as often as it pays: as what was interesting has come through it more or
 * less often than by chance. After MOPT (Lyu et al., USENIX Security 2019), by counting alone. Not
 * thread-safe.
 */
final class MutatorWheel {

  /** A power of two, so that a draw costs no division. */
  private static final int PLACES = 256;

  /** So much of what is expected is taken for granted, so that a little luck changes little. */
  private static final double DOUBT = 3;

  /** No mutator is drawn more often than so many times its even share, or less than one of them. */
  private static final double MOST = 4;

  private final int mutators;
  private final byte[] places = new byte[PLACES];

  /** Of how many places each mutator is the one. */
  private final int[] shares;

  /** How often each was in what paid. */
  private final double[] paid;

  /** How often it would have been, had it paid no more than others. */
  private final double[] expected;

  /** A bit for each that was used since the last restart. */
  private long used;

  /** A bit for each that is never drawn. */
  private long out;

  private boolean changed;

  /** A wheel on which all mutators are alike, of which there are at most 64. */
  MutatorWheel(int mutators) {
    this.mutators = mutators;
    this.shares = new int[mutators];
    this.paid = new double[mutators];
    this.expected = new double[mutators];
    for (int i = 0; i < PLACES; i++) {
      places[i] = (byte) (i % mutators);
      shares[i % mutators]++;
    }
  }

  /** Some are never drawn from now on; others have to be left. */
  void leaveOut(List<Integer> some) {
    long before = out;
    for (int mutator : some) {
      out |= 1L << mutator;
    }
    if (out != before) {
      turn();
    }
  }

  int draw(Prng random) {
    return places[random.nextInt(PLACES)];
  }

  /** It has changed the value. */
  void used(int mutator) {
    used |= 1L << mutator;
  }

  /** The value is as if nothing had changed it. */
  void restart() {
    used = 0;
  }

  /** What was used since the last restart has made something interesting. */
  void pay() {
    int count = Long.bitCount(used);
    for (int i = 0; count > 0 && i < mutators; i++) {
      paid[i] += used >>> i & 1;
      expected[i] += (double) count * shares[i] / PLACES;
    }
    changed |= count > 0;
  }

  /** From now on, draws follow what was paid. */
  void spin() {
    if (!changed) {
      return;
    }
    changed = false;
    turn();
  }

  /** Gives each the places that it deserves. */
  private void turn() {
    double[] weights = new double[mutators];
    for (int i = 0; i < mutators; i++) {
      double gain = (paid[i] + DOUBT) / (expected[i] + DOUBT);
      boolean isOut = (out >>> i & 1) == 1;
      weights[i] = isOut ? 0 : Math.max(1 / MOST, Math.min(gain, MOST));
    }
    double sum = Arrays.stream(weights).sum();
    double upTo = 0;
    int place = 0;
    for (int i = 0; i < mutators; i++) {
      upTo += weights[i];
      int end = (int) Math.round(upTo / sum * PLACES);
      shares[i] = end - place;
      Arrays.fill(places, place, end, (byte) i);
      place = end;
    }
  }
}
