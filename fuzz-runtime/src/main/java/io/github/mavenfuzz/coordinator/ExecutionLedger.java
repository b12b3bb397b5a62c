// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

/**
 * Keeps the number of executions exact: what a call may spend is taken first, and what it has not
 * spent comes back.
 */
final class ExecutionLedger {

  /** More than any call can execute: a call without a limit still leaves some to the others. */
  static final long MOST = 1L << 40;

  private final long limit;
  private long spent;
  private long taken;

  ExecutionLedger(long limit) {
    this.limit = limit;
  }

  /** Takes at most that many for the slot's next call; returns how many it got. */
  long take(WorkerSlot slot, long wanted) {
    if (wanted < 0) {
      throw new IllegalArgumentException("wanted (" + wanted + ") must not be negative");
    }
    slot.allotted = Math.min(wanted, limit - spent - taken);
    taken += slot.allotted;
    return slot.allotted;
  }

  /** The slot's call is over and has executed the target that often. */
  void settle(WorkerSlot slot, long executions) {
    taken -= slot.allotted;
    slot.allotted = 0;
    spent += executions;
  }

  /** How many are neither spent nor taken. */
  long available() {
    return limit - spent - taken;
  }

  /** What one of so many workers may take of what is left, so that none of them goes without. */
  long share(int workers) {
    long available = available();
    return available <= 0 ? 0 : (available - 1) / workers + 1;
  }

  /** Whether all are spent. */
  boolean isExhausted() {
    return spent >= limit;
  }

  long spent() {
    return spent;
  }
}
