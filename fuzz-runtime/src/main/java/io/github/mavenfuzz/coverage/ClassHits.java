// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coverage;

import java.util.BitSet;

/**
 * Probes of one class. Not to be changed once it is made.
 *
 * @param classId JaCoCo's class id: a checksum of the original class file
 * @param className the class's internal name, {@code com/acme/Parser}
 * @param probeCount how many probes the class has
 * @param probes the indices of the probes meant
 */
public record ClassHits(long classId, String className, int probeCount, BitSet probes) {

  /** How many probes are meant. */
  public int count() {
    return probes.cardinality();
  }

  /** Those probes that {@code other}, of the same class, has too. */
  ClassHits and(ClassHits other) {
    return with(probes, other.probes, false);
  }

  /** Those probes that {@code other}, of the same class, has not. */
  ClassHits andNot(ClassHits other) {
    return with(probes, other.probes, true);
  }

  private ClassHits with(BitSet mine, BitSet others, boolean not) {
    BitSet result = (BitSet) mine.clone();
    if (not) {
      result.andNot(others);
    } else {
      result.and(others);
    }
    return new ClassHits(classId, className, probeCount, result);
  }
}
