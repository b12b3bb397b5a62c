// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import java.util.EnumSet;
import java.util.Set;

/** What a target uses up for good, so that its worker has to be replaced before it is all gone. */
public enum Wear {
  /** Memory that is still in use after a garbage collection. */
  MEMORY(1, "keeps memory that its executions take"),
  /** Threads that do not end. */
  THREADS(2, "starts threads that do not end");

  private final int bit;
  private final String text;

  Wear(int bit, String text) {
    this.bit = bit;
    this.text = text;
  }

  static long toBits(Set<Wear> wear) {
    return wear.stream().mapToLong(one -> one.bit).sum();
  }

  static Set<Wear> ofBits(long bits) {
    Set<Wear> wear = EnumSet.noneOf(Wear.class);
    for (Wear one : values()) {
      if ((bits & one.bit) != 0) {
        wear.add(one);
      }
    }
    return wear;
  }

  /** What the target does. */
  @Override
  public String toString() {
    return text;
  }
}
