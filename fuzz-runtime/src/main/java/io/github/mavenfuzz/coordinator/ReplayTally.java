// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

/** How often a crash's input was run again, how often it failed then, and in which workers. */
final class ReplayTally {

  /** An input that passes in a fresh worker is run so often, to say how often it fails. */
  static final int MOST = 10;

  private int count;
  private int failed;

  /** Whether the current one is in a worker that has run others. */
  private boolean amongOthers;

  private boolean differedAmongOthers;
  private boolean denied;

  /** Another input is to be run: it has no replays yet. */
  void startOver() {
    count = 0;
    failed = 0;
  }

  /** The next one begins, in a worker that has run nothing, or others. */
  void begin(boolean fresh) {
    amongOthers = !fresh;
  }

  /** It told of nothing, as what ran before may have had to do with it. */
  void differ() {
    differedAmongOthers = true;
  }

  /** It counts, whatever comes of it. */
  void add() {
    count++;
  }

  /** And it failed as it should. */
  void addFailed() {
    failed++;
  }

  /** So many were made that it is known not to fail always. */
  void deny() {
    denied = true;
  }

  boolean areAmongOthers() {
    return amongOthers;
  }

  /** Whether the next one may be among others. */
  boolean mayBeAmongOthers() {
    return count == 0 && !differedAmongOthers;
  }

  /** Whether one among others told of nothing, and none was made since. */
  boolean differedAmongOthers() {
    return differedAmongOthers && count == 0;
  }

  boolean isAnyFailed() {
    return failed > 0;
  }

  boolean areAllFailed() {
    return failed == count;
  }

  boolean areEnough() {
    return count == MOST;
  }

  /** Whether any, of this input or one before it, has passed. */
  boolean isAnyPassed() {
    return denied || failed < count;
  }

  @Override
  public String toString() {
    return failed + " of " + count + " replays";
  }
}
