// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coverage;

import java.util.BitSet;

/** Makes {@link ClassHits} for tests. */
public final class Hits {
  private Hits() {}

  /** Probes of a class of ten. */
  public static ClassHits of(long classId, int... probes) {
    BitSet bits = new BitSet();
    for (int probe : probes) {
      bits.set(probe);
    }
    return new ClassHits(classId, "C" + classId, 10, bits);
  }

  /** The live array of such a class after those probes were touched. */
  static boolean[] array(int... probes) {
    boolean[] array = new boolean[10];
    for (int probe : probes) {
      array[probe] = true;
    }
    return array;
  }

  /** Registers such a class; returns its live array. */
  public static boolean[] register(Probes probes, long classId) {
    boolean[] live = new boolean[10];
    probes.register(classId, "C" + classId, live);
    return live;
  }
}
