// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Broken;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Progressed;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.SharedMemory;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place for one worker: a thread that starts the worker, makes the coordinator's calls, reports
 * what comes of them, and starts another worker when one dies.
 */
final class WorkerSlot {
  private final String name;
  private final CoordinatorOptions options;
  private final WorkDirectory directory;
  private final Consumer<WorkerEvent> events;
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile @Nullable Process process;
  private volatile @Nullable WorkerClient client;
  private volatile boolean closing;
  private volatile @Nullable String closeProblem;

  /** Executions that the worker had counted when the call under way began; -1 without a call. */
  private volatile long executionsBefore = -1;

  private int lives;

  /** Where the coordinator's coverage log stood when it last told this slot's worker. */
  int coverageTold;

  /** Executions that the coordinator allotted to the call under way. */
  long allotted;

  private boolean busy;

  WorkerSlot(
      int number,
      CoordinatorOptions options,
      WorkDirectory directory,
      Consumer<WorkerEvent> events) {
    this.name = "worker-" + number;
    this.options = options;
    this.directory = directory;
    this.events = events;
    this.thread = new Thread(this::run, "fuzz-" + name);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Makes the worker do something; only one call at a time. */
  void submit(Call call) {
    busy = true;
    calls.add(call);
  }

  /** Asks the worker to answer the call under way soon. */
  void stopCall() {
    WorkerClient current = client;
    if (current != null) {
      current.memory().setStop(true);
    }
  }

  /** Executions of the call under way so far. */
  long executionsUnderWay() {
    WorkerClient current = client;
    long before = executionsBefore;
    return current == null || before < 0 ? 0 : current.memory().executions() - before;
  }

  /** Whether a call is under way, or about to be. */
  boolean isBusy() {
    return busy;
  }

  /** The coordinator has taken note of the answer. */
  void settled() {
    busy = false;
  }

  /** Starts to tear the target down and to end the worker and the thread. */
  void beginClose() {
    closing = true;
    calls.add(new Call.Close());
  }

  /**
   * Waits until the worker is gone; kills it when that takes longer than the grace.
   *
   * @return what went wrong with tearing down, if something did
   */
  @Nullable String awaitClose(Duration grace) throws InterruptedException {
    boolean patient = !grace.isNegative() && !grace.isZero();
    if (patient) {
      thread.join(Math.max(1, grace.toMillis()));
    }
    Process current = process;
    if (!thread.isAlive() || current == null) {
      thread.join();
      return closeProblem;
    }
    current.destroyForcibly();
    thread.join();
    return patient ? "it took too long, and was ended" : null;
  }

  private void run() {
    try {
      while (!closing) {
        live();
      }
    } catch (CoordinatorException e) {
      events.accept(new Broken(this, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      events.accept(new Broken(this, new CoordinatorException("a fault in maven-fuzz: " + e, e)));
    }
  }

  /** One worker's life. */
  private void live() throws CoordinatorException, InterruptedException {
    try (WorkerClient worker =
        WorkerClient.start(
            name + "-" + ++lives,
            options.jvm(),
            directory,
            WorkerClient.Settings.of(options),
            started -> process = started)) {
      client = worker;
      events.accept(new Ready(this, open(worker)));
      Call call = calls.take();
      while (!(call instanceof Call.Close) && make(worker, call)) {
        call = calls.take();
      }
      if (call instanceof Call.Close) {
        leave(worker);
      }
    } finally {
      client = null;
    }
  }

  private Response.Opened open(WorkerClient worker) throws CoordinatorException {
    try {
      Response response = worker.call(new Call.Open(options.target()), progress -> {});
      if (response instanceof Response.Opened opened) {
        return opened;
      }
      throw new CoordinatorException(
          options.target() + " cannot be set up:\n" + describe(response, worker));
    } catch (WorkerDiedException e) {
      throw new CoordinatorException(
          "the worker ended while it set up "
              + options.target()
              + ", with exit status "
              + e.exitCode()
              + "; its output:\n"
              + e.output(),
          e);
    }
  }

  private static String describe(Response response, WorkerClient worker) {
    return response instanceof Response.Failed failed
        ? failed.message()
        : response + "\nits output:\n" + worker.output();
  }

  /** Makes one call; false if the worker did not survive it. */
  private boolean make(WorkerClient worker, Call call) throws CoordinatorException {
    SharedMemory memory = worker.memory();
    long before = memory.executions();
    memory.setStop(false);
    executionsBefore = before;
    Failure hung = null;
    try {
      Response response = worker.call(call, step -> events.accept(new Progressed(this, step)));
      long executions = memory.executions() - before;
      if (response instanceof Response.Hung timeout) {
        hung = timeout.failure();
        // It halts now: let the next call find that.
        worker.call(new Call.Ping(), step -> {});
      }
      if (response instanceof Response.Failed failed) {
        throw new CoordinatorException("a worker cannot go on:\n" + failed.message());
      }
      executionsBefore = -1;
      events.accept(new Answered(this, call, response, executions));
      return true;
    } catch (WorkerDiedException e) {
      long executions = memory.executions() - before;
      executionsBefore = -1;
      if (e.isInternalError()) {
        throw new CoordinatorException(
            "a worker exited due to an internal failure; its output:\n" + e.output(), e);
      }
      Content input = executions == 0 ? null : lastInput(memory);
      events.accept(new Died(this, call, e, executions, input, hung));
      return false;
    }
  }

  private @Nullable Content lastInput(SharedMemory memory) {
    if (memory.inputSize() == 0) {
      return null;
    }
    Input input = Input.of(options.target().signature());
    try {
      input.readFrom(memory.buffer(), memory.inputOffset());
    } catch (IllegalArgumentException e) {
      return null;
    }
    return new Content(CorpusFile.format(input.get(), options.target().signature()));
  }

  private void leave(WorkerClient worker) throws CoordinatorException {
    try {
      if (worker.call(new Call.Close(), step -> {}) instanceof Response.Closed closed) {
        closeProblem = closed.problem();
      }
    } catch (WorkerDiedException e) {
      closeProblem = e.getMessage() + " while it tore the target down; its output:\n" + e.output();
    }
  }
}
