// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs inputs one by one, in one worker after the other, as each may end with its worker. */
final class ReplayingWorkers implements FatalMinimizer.Replayer, AutoCloseable {

  /** Starts workers. */
  interface Starter {

    /** Starts a worker and sets the target up in it. */
    WorkerClient start() throws CoordinatorException;
  }

  private final Starter starter;
  private final Consumer<WorkerClient> execution;
  private final boolean apart;
  private @Nullable WorkerClient worker;

  /**
   * None has been started yet.
   *
   * @param execution told of the worker before each execution
   * @param apart whether each input gets a worker of its own, even if it leaves that alive
   */
  ReplayingWorkers(Starter starter, Consumer<WorkerClient> execution, boolean apart) {
    this.starter = starter;
    this.execution = execution;
    this.apart = apart;
  }

  @Override
  public @Nullable Failure replay(Content content) throws CoordinatorException {
    WorkerClient current = worker;
    if (current == null) {
      current = starter.start();
      worker = current;
    }
    execution.accept(current);
    try {
      Response response = current.call(new Call.Replay(content), progress -> {});
      if (!(response instanceof Response.Replayed replayed)) {
        throw new CoordinatorException("a worker answered " + response);
      }
      if (apart) {
        close();
      }
      return replayed.failure();
    } catch (WorkerDiedException e) {
      close();
      return e.asFailure();
    }
  }

  /** Ends the worker, if there is one. */
  @Override
  public void close() {
    WorkerClient current = worker;
    worker = null;
    if (current != null) {
      current.close();
    }
  }
}
