// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

/** Makes slots that only stand for workers. */
final class Slots {
  private Slots() {}

  /** A slot that is never started. */
  static WorkerSlot idle(int number) {
    return new WorkerSlot(number, false, null, null, event -> {});
  }
}
