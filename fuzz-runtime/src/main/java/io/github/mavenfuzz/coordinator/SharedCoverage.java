// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.coverage.CoverageMask;
import java.util.ArrayList;
import java.util.List;

/**
 * The coverage mask of a campaign, and the order in which it grew: workers are told what is new
 * since their last call, never the whole mask again.
 */
final class SharedCoverage {
  private final CoverageMask mask = new CoverageMask();
  private final CoverageMask stable = new CoverageMask();
  private final List<ClassHits> log = new ArrayList<>();

  /** Adds probes that an input touches; returns those that are new to the campaign. */
  List<ClassHits> add(List<ClassHits> hits) {
    List<ClassHits> unused = stable.add(hits);
    return addTouchedOnce(hits);
  }

  /** Adds probes that may not be touched again. */
  List<ClassHits> addTouchedOnce(List<ClassHits> hits) {
    List<ClassHits> fresh = mask.add(hits);
    log.addAll(fresh);
    return fresh;
  }

  /** What the slot's worker has not been told yet; from now on it has. */
  List<ClassHits> news(WorkerSlot slot) {
    List<ClassHits> news = List.copyOf(log.subList(slot.coverageTold, log.size()));
    slot.coverageTold = log.size();
    return news;
  }

  /** How much of it is touched every time. */
  Stability stability() {
    return Stability.of(mask, stable);
  }

  /** Whether nothing was reached that has probes. */
  boolean isEmpty() {
    return log.isEmpty();
  }
}
