// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Response;
import java.util.ArrayList;
import java.util.List;

/** Runs entries as they are, and tells what each of them touched first. */
final class WarmupRun {
  private final TargetExecution execution;
  private final Probes probes;
  private final Watchdog watchdog;

  WarmupRun(TargetExecution execution, Probes probes, Watchdog watchdog) {
    this.execution = execution;
    this.probes = probes;
    this.watchdog = watchdog;
  }

  /** Runs the entries, at least one, until one fails or the coordinator wants the worker back. */
  Response.Warmed run(Call.Warmup call) {
    List<List<ClassHits>> fresh = new ArrayList<>();
    for (Content entry : call.entries()) {
      execution.set(entry);
      Throwable thrown = execution.run();
      List<ClassHits> hits = probes.newHits();
      probes.accept(hits);
      fresh.add(hits);
      if (thrown != null) {
        return new Response.Warmed(fresh, Failures.of(thrown));
      }
      if (watchdog.stopped()) {
        break;
      }
    }
    return new Response.Warmed(fresh, null);
  }
}
