// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.mutation.Attempt;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.mutation.Minimizer;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import io.github.mavenfuzz.protocol.Response;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes an input smaller that no worker survives, or that spoils it: each attempt that fails as it
 * should costs a worker, so that every one counts.
 */
final class FatalMinimizer implements Attempt {

  /** Runs inputs, in a worker that it starts if there is none. */
  interface Replayer {

    /** Runs an input once; returns how it failed, by the worker's end or not. */
    @Nullable Failure replay(Content content) throws CoordinatorException;
  }

  /**
   * What is to be minimized.
   *
   * @param executions how often the target may be run
   * @param nanos how long it may take; zero for as long as it takes
   * @param apart whether each attempt needs a worker of its own
   */
  record Task(Content content, Failure failure, long executions, long nanos, boolean apart) {

    /** How often an input has to fail, one time after the other, to be better than the last. */
    int times() {
      // How deep a stack goes varies from one JVM to the next: what is at the limit is no use.
      return apart && failure.kind() == Kind.STACK_OVERFLOW ? 3 : 1;
    }
  }

  private final Task task;
  private final Signature signature;
  private final Replayer replayer;
  private final Consumer<Response.Progress> progress;
  private final BooleanSupplier stopped;
  private final Input input;
  private final long start = System.nanoTime();
  private Content best;
  private @Nullable Failure kept;
  private @Nullable CoordinatorException fault;
  private @Nullable Boolean atOnePlace;
  private long executions;

  /**
   * A minimizer of one input.
   *
   * @param progress told of the best so far
   * @param stopped whether it is to end early
   */
  FatalMinimizer(
      Task task,
      Signature signature,
      Replayer replayer,
      Consumer<Response.Progress> progress,
      BooleanSupplier stopped) {
    this.task = task;
    this.signature = signature;
    this.replayer = replayer;
    this.progress = progress;
    this.stopped = stopped;
    this.input = Input.of(signature);
    this.best = task.content();
  }

  /** Minimizes until it gets no smaller or the limits are reached. */
  void run() {
    try {
      input.set(CorpusFile.parse(task.content().bytes(), signature));
    } catch (MalformedEntryException e) {
      throw new IllegalArgumentException("not an input of the target", e);
    }
    Minimizer.minimize(input, this);
  }

  @Override
  public boolean accepts() {
    Content candidate = new Content(CorpusFile.format(input.get(), signature));
    try {
      Failure failure = failureOf(candidate);
      if (failure == null) {
        return false;
      }
      best = candidate;
      kept = failure;
      progress.accept(new Response.Progress(candidate, failure, executions));
      return true;
    } catch (CoordinatorException e) {
      fault = e;
      return false;
    }
  }

  /** How an input fails; null if not as it should, each time. */
  private @Nullable Failure failureOf(Content candidate) throws CoordinatorException {
    Failure failure = null;
    for (int i = 0; i < task.times(); i++) {
      if (i > 0 && exhausted()) {
        return null;
      }
      executions++;
      failure = replayer.replay(candidate);
      if (failure == null || !isSame(failure)) {
        return null;
      }
    }
    return failure;
  }

  /** What fails at one place, whatever it is, must not become what fails at another. */
  private boolean isSame(Failure failure) throws CoordinatorException {
    return failure.identity().equals(task.failure().identity())
        || (task.failure().isSame(failure) && !isAtOnePlace());
  }

  /** Whether the input as it was fails where it did: what does twice is no chance. */
  private boolean isAtOnePlace() throws CoordinatorException {
    if (atOnePlace == null) {
      executions++;
      Failure again = replayer.replay(task.content());
      atOnePlace = again != null && again.identity().equals(task.failure().identity());
    }
    return atOnePlace;
  }

  @Override
  public boolean exhausted() {
    return fault != null
        || stopped.getAsBoolean()
        || executions >= task.executions()
        || (task.nanos() > 0 && System.nanoTime() - start >= task.nanos());
  }

  /** The smallest input that fails in the same way. */
  Content best() {
    return best;
  }

  /** How it fails; null if it is the input as it was. */
  @Nullable Failure kept() {
    return kept;
  }

  /** How often the target was run. */
  long executions() {
    return executions;
  }

  /** Why it ended early, if no worker could be run. */
  @Nullable CoordinatorException fault() {
    return fault;
  }
}
