// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.mutation.Attempt;
import io.github.mavenfuzz.mutation.Minimizer;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Minimizes one input, keeping its failure or what it touches. */
final class MinimizeRun implements Attempt {
  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final TargetExecution execution;
  private final Probes probes;
  private final Watchdog watchdog;
  private final Consumer<Response.Progress> progress;
  private final @Nullable Failure failure;
  private Probes.Watch watch;
  private final long before;
  private final long limit;
  private @Nullable Failure kept;
  private @Nullable Failure crash;
  private @Nullable Content crashing;
  private long reported;

  MinimizeRun(
      Call.Minimize call,
      TargetExecution execution,
      Probes probes,
      Watchdog watchdog,
      Consumer<Response.Progress> progress) {
    this.execution = execution;
    this.probes = probes;
    this.watchdog = watchdog;
    this.progress = progress;
    this.failure = call.failure();
    this.watch = probes.watch(List.of());
    this.before = execution.count();
    this.limit = before + call.executions();
  }

  /** Minimizes the call's entry until it gets no smaller or the limits are reached. */
  Response.Minimized run(Call.Minimize call) {
    execution.set(call.entry());
    if (call.keep() != null && !exhausted()) {
      // Its classes may not have been loaded here yet: only then their probes can be watched.
      crashed(execution.run());
      watch = probes.watch(call.keep());
    }
    boolean reproduced = !exhausted() && accepts();
    if (reproduced) {
      Minimizer.minimize(execution.input(), this);
    }
    // Coverage met on the way belongs to inputs that are gone: let it show again.
    probes.rewind();
    return new Response.Minimized(
        reproduced,
        reproduced ? execution.content() : call.entry(),
        kept,
        execution.count() - before,
        crash,
        crashing);
  }

  @Override
  public boolean accepts() {
    watch.reset();
    Throwable thrown = execution.run();
    if (failure == null) {
      return !crashed(thrown) && watch.allHit();
    }
    if (thrown == null || !Failures.isSame(failure, thrown)) {
      return false;
    }
    kept = Failures.of(thrown);
    report(kept);
    return true;
  }

  /** Takes note of a failure where none was looked for. */
  private boolean crashed(@Nullable Throwable thrown) {
    if (thrown != null) {
      crash = Failures.of(thrown);
      crashing = execution.content();
    }
    return thrown != null;
  }

  private void report(Failure same) {
    long now = System.nanoTime();
    if (now - reported >= PROGRESS_NANOS) {
      reported = now;
      progress.accept(new Response.Progress(execution.content(), same, execution.count() - before));
    }
  }

  @Override
  public boolean exhausted() {
    return crash != null || execution.count() >= limit || watchdog.stopped();
  }
}
