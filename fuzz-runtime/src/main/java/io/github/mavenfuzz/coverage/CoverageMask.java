// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every probe that a campaign has touched, by JaCoCo class id and probe index: classes load in
 * another order in every worker, so a position in one flat array would mean nothing. Not
 * thread-safe.
 */
public final class CoverageMask {
  private final SortedMap<Long, ClassHits> classes = new TreeMap<>();
  private int count;

  /**
   * Adds probes.
   *
   * @return those that were not in the mask before; empty if all were
   */
  public List<ClassHits> add(List<ClassHits> hits) {
    List<ClassHits> fresh = new ArrayList<>();
    for (ClassHits hit : hits) {
      ClassHits added = add(hit);
      if (added != null) {
        fresh.add(added);
        count += added.count();
      }
    }
    return fresh;
  }

  private @Nullable ClassHits add(ClassHits hit) {
    ClassHits known = classes.get(hit.classId());
    ClassHits fresh = known == null ? hit : hit.andNot(known);
    if (fresh.probes().isEmpty()) {
      return null;
    }
    BitSet union = (BitSet) fresh.probes().clone();
    if (known != null) {
      union.or(known.probes());
    }
    classes.put(
        hit.classId(), new ClassHits(hit.classId(), hit.className(), hit.probeCount(), union));
    return fresh;
  }

  /** The probes of another mask that this one does not have, a class each. */
  public List<ClassHits> missing(CoverageMask other) {
    List<ClassHits> missing = new ArrayList<>();
    for (ClassHits hits : other.classes.values()) {
      ClassHits known = classes.get(hits.classId());
      ClassHits rest = known == null ? hits : hits.andNot(known);
      if (!rest.probes().isEmpty()) {
        missing.add(rest);
      }
    }
    return missing;
  }

  /** All probes of the mask, a class each. */
  public List<ClassHits> all() {
    return List.copyOf(classes.values());
  }

  /** How many probes are in the mask. */
  public int count() {
    return count;
  }
}
