// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import org.jspecify.annotations.Nullable;

/**
 * How often failures are looked into that a worker can tell no place of. After the first four in
 * its life, a JVM gives no {@code OutOfMemoryError} a stack: the input has to run in another worker
 * for that. Mostly it fails where others did, so that this is done ever more rarely, but for
 * entries of the corpus.
 */
final class Unplaced {
  private long passedOver;
  private long patience;
  private @Nullable Crash underWay;

  /** Whether the next one is to be looked into. */
  boolean isWanted() {
    return underWay == null && passedOver >= patience;
  }

  /** One is looked into. */
  void begin(Crash crash) {
    underWay = crash;
  }

  /**
   * A crash has been run again. If it is the one, it is known now where it fails, or that it does
   * not.
   *
   * @param isNew whether it is a finding of its own
   */
  void end(Crash crash, boolean isNew) {
    if (crash != underWay) {
      return;
    }
    underWay = null;
    passedOver = 0;
    patience = isNew ? 0 : 2 * patience + 1;
  }

  /** So many more were not looked into. */
  void passOver(long times) {
    passedOver += times;
  }
}
