// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.Coordinator;
import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.CoordinatorOptions;
import io.github.mavenfuzz.coordinator.ProgressLog;
import java.util.ArrayList;
import java.util.List;

/** Runs the campaigns of a module one after the other, whatever becomes of each. */
final class Campaigns {
  private final Interrupts interrupts;
  private final ProgressLog log;

  Campaigns(Interrupts interrupts, ProgressLog log) {
    this.interrupts = interrupts;
    this.log = log;
  }

  /** Runs them until the user interrupts, and sums up if there are several. */
  List<Outcome> run(List<CoordinatorOptions> campaigns) {
    List<Outcome> outcomes = new ArrayList<>();
    for (CoordinatorOptions campaign : campaigns) {
      if (interrupts.seen()) {
        outcomes.add(new Outcome(campaign.target(), null, null));
        continue;
      }
      if (campaigns.size() > 1) {
        log.info(
            "fuzz: target %s of %s: %s"
                .formatted(outcomes.size() + 1, campaigns.size(), campaign.target()));
      }
      outcomes.add(run(campaign));
    }
    if (campaigns.size() > 1) {
      Summary.lines(outcomes).forEach(log::info);
    }
    return outcomes;
  }

  private Outcome run(CoordinatorOptions campaign) {
    Coordinator coordinator = new Coordinator(campaign, log);
    Runnable over = interrupts.stopping(coordinator::stop);
    try {
      return new Outcome(campaign.target(), coordinator.run(), null);
    } catch (CoordinatorException e) {
      Outcome outcome = new Outcome(campaign.target(), null, e);
      log.error("fuzz: " + outcome.problem());
      return outcome;
    } finally {
      over.run();
    }
  }
}
