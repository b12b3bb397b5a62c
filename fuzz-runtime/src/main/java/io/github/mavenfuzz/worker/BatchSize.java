// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

/**
 * How many executions there are between two looks at the probes, learned from how often there is
 * something to be seen.
 */
final class BatchSize {

  /** A batch doubles after this many that touched nothing new, so replays stay below 1/16. */
  private static final int PATIENCE = 16;

  /**
   * Comparing a class's probes costs about an eighth of an execution of a tiny target: of batches
   * of this many classes per chain, comparing takes a twentieth.
   */
  private static final int CLASSES_PER_CHAIN = 2;

  private static final int MAX_CHAINS = 64;

  private int chains = 1;
  private int quietBatches;

  /** Of how many chains of executions the next batch is. */
  int chains() {
    return chains;
  }

  /** A batch touched something new: executions of the next one that are run twice are fewer. */
  void touchedSomething() {
    chains = Math.max(1, chains / 2);
    quietBatches = 0;
  }

  /** A batch touched nothing new, in so many classes that were looked at. */
  void touchedNothing(int classes) {
    if (++quietBatches >= PATIENCE) {
      chains = Math.min(chains * 2, mostChains(classes));
      quietBatches = 0;
    }
  }

  private static int mostChains(int classes) {
    return Math.max(1, Math.min(classes / CLASSES_PER_CHAIN, MAX_CHAINS));
  }
}
