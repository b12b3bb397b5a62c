// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Broken;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Notice;
import io.github.mavenfuzz.coordinator.WorkerEvent.Progressed;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.coordinator.WorkerEvent.Shrunk;
import io.github.mavenfuzz.coordinator.WorkerEvent.Slow;
import io.github.mavenfuzz.coordinator.WorkerEvent.Worn;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.protocol.Wear;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A place for one worker: a thread that starts the worker, makes the coordinator's calls, reports
 * what comes of them, and starts another worker when one dies.
 */
final class WorkerSlot {

  /** How long tearing the target down may take. */
  static final Duration TEAR_DOWN = Duration.ofSeconds(20);

  /** How much later than the worker itself the coordinator loses its patience. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Workers that are killed before they are ready are replaced so often in a row. */
  private static final int MOST_FALSE_STARTS = 3;

  /** How long a worker may wait for the threads that its target has started. */
  private static final Duration THREADS = Duration.ofSeconds(1);

  /** An execution is slow if it takes this part of what it may take. */
  private static final int SLOW = 10;

  private static final long KILL_MILLIS = 20;

  private final String name;
  private final CoordinatorOptions options;
  private final WorkDirectory directory;
  private final Consumer<WorkerEvent> events;
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final AtomicReference<FatalMinimizer.@Nullable Task> next = new AtomicReference<>();
  private final Thread thread;
  private final SlowWatch slow;
  private volatile @Nullable Process process;
  private volatile @Nullable WorkerClient client;
  private volatile @Nullable Pulse pulse;
  private volatile boolean stopWanted;
  private volatile boolean closing;

  /** Executions that the worker had counted when the call under way began; -1 without a call. */
  private volatile long executionsBefore = -1;

  private int lives;
  private int falseStarts;

  /** Where the coordinator's coverage log stood when it last told this slot's worker. */
  int coverageTold;

  /** Executions that the coordinator allotted to the call under way. */
  long allotted;

  private boolean busy;
  private boolean used;
  private boolean tainted;

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
    this.slow = new SlowWatch(execution -> events.accept(new Slow(this, execution)));
  }

  void start() {
    thread.start();
  }

  /** Makes the worker do something; only one call at a time. */
  void submit(Call call) {
    busy = true;
    used = true;
    stopWanted = false;
    calls.add(call);
  }

  /** Minimizes an input that workers do not survive, with as many of them as that takes. */
  void minimize(FatalMinimizer.Task task) {
    next.set(task);
    restart();
  }

  /** Replaces the worker by another, which is ready later. */
  void restart() {
    submit(new Call.Close());
  }

  /** Whether the worker has not run anything yet. */
  boolean isFresh() {
    return !used;
  }

  /** Something in the worker is spoilt for good. */
  void taint() {
    tainted = true;
  }

  /** Whether the worker should be replaced before it judges anything else. */
  boolean isTainted() {
    return tainted;
  }

  /** The slot has another worker. */
  void renewed() {
    used = false;
    tainted = false;
    coverageTold = 0;
  }

  /** Asks the worker to answer the call under way soon. */
  void stopCall() {
    stopWanted = true;
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

  /**
   * Looks after the worker. One that has given no sign of life for too long is ended, which then
   * counts as a death; what takes long is noted.
   */
  void watch(long now) {
    Pulse current = pulse;
    Process running = process;
    if (running == null || !running.isAlive()) {
      slow.forget();
      return;
    }
    if (current == null) {
      slow.end();
      return;
    }
    Duration silence = current.silence(now);
    WorkerClient worker = client;
    if (worker != null && executionsBefore >= 0) {
      Duration threshold = options.timeout().dividedBy(SLOW);
      slow.look(current.execution(), silence, threshold, worker.memory(), options.target());
    }
    if (silence.compareTo(current.longest()) >= 0) {
      events.accept(
          new Notice(
              this,
              "a worker gave no sign of life for "
                  + GoDuration.format(current.longest())
                  + ": it is ended"));
      pulse = null;
      running.destroyForcibly();
    }
  }

  /** Starts to tear the target down and to end the worker and the thread. */
  void beginClose() {
    closing = true;
    calls.add(new Call.Close());
  }

  /**
   * Waits until the worker is gone; kills it when that takes longer than the grace.
   *
   * @return whether it was killed though it was given time
   */
  boolean awaitClose(Duration grace) throws InterruptedException {
    boolean patient = !grace.isNegative() && !grace.isZero();
    if (patient) {
      thread.join(Math.max(1, grace.toMillis()));
    }
    boolean killed = false;
    while (thread.isAlive()) {
      // Again and again: there may be another process by now.
      Process current = process;
      if (current != null) {
        current.destroyForcibly();
        killed = true;
      }
      thread.join(KILL_MILLIS);
    }
    return killed && patient;
  }

  private void run() {
    try {
      while (!closing) {
        FatalMinimizer.Task task = next.getAndSet(null);
        if (task != null) {
          minimizeFatally(task);
        }
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
    try (WorkerClient worker = begin()) {
      client = worker;
      expect(options.setUpTimeout(), worker.memory()::executions);
      Response.Opened opened = worker.open(options.target());
      pulse = null;
      falseStarts = 0;
      events.accept(new Ready(this, opened));
      Call call = calls.take();
      while (!(call instanceof Call.Close) && make(worker, call)) {
        call = calls.take();
      }
      if (call instanceof Call.Close) {
        leave(worker);
      }
    } catch (CoordinatorException e) {
      if (!(e.getCause() instanceof WorkerDiedException died)
          || !died.isKilled()
          || ++falseStarts > MOST_FALSE_STARTS) {
        throw e;
      }
      events.accept(
          new Notice(this, "a worker was " + died.describe() + " as it started; starting another"));
    } finally {
      pulse = null;
      client = null;
    }
  }

  /** Workers live and die for the minimizer alone. */
  private void minimizeFatally(FatalMinimizer.Task task) {
    FatalMinimizer minimizer =
        new FatalMinimizer(
            task,
            options.target().signature(),
            this::replay,
            step -> events.accept(new Progressed(this, step)),
            () -> closing || stopWanted);
    try {
      minimizer.run();
    } finally {
      WorkerClient last = client;
      client = null;
      pulse = null;
      if (last != null) {
        last.close();
      }
    }
    CoordinatorException fault = minimizer.fault();
    if (fault != null && !closing) {
      events.accept(
          new Notice(this, "minimizing ended early, for want of a worker: " + fault.getMessage()));
    }
    events.accept(new Shrunk(this, minimizer.best(), minimizer.kept(), minimizer.executions()));
  }

  private @Nullable Failure replay(Content content) throws CoordinatorException {
    WorkerClient worker = client;
    if (worker == null) {
      worker = begin();
      client = worker;
      expect(options.setUpTimeout(), worker.memory()::executions);
      worker.open(options.target());
    }
    expect(options.timeout().plus(THREADS), worker.memory()::executions);
    try {
      Response response = worker.call(new Call.Replay(content), progress -> {});
      if (response instanceof Response.Replayed replayed) {
        return replayed.failure();
      }
      throw new CoordinatorException("a worker answered " + response);
    } catch (WorkerDiedException e) {
      client = null;
      worker.close();
      return e.asFailure();
    }
  }

  private WorkerClient begin() throws CoordinatorException {
    expect(options.setUpTimeout(), () -> 0);
    return WorkerClient.start(
        name + "-" + ++lives,
        options.jvm(),
        directory,
        WorkerProcess.Settings.of(options),
        started -> process = started);
  }

  /** From now on the worker has to count, or to answer, within that time. */
  private void expect(Duration time, LongSupplier executions) {
    pulse = new Pulse(time.plus(GRACE), executions, System.nanoTime());
  }

  /** Makes one call; false if the worker did not survive it. */
  private boolean make(WorkerClient worker, Call call) throws CoordinatorException {
    SharedMemory memory = worker.memory();
    long before = memory.executions();
    memory.setStop(false);
    executionsBefore = before;
    expect(options.timeout().plus(THREADS), memory::executions);
    try {
      Response response = worker.call(call, step -> events.accept(new Progressed(this, step)));
      if (response instanceof Response.Failed failed) {
        throw new CoordinatorException("a worker cannot go on:\n" + failed.message());
      }
      long executions = memory.executions() - before;
      executionsBefore = -1;
      Set<Wear> wear = memory.wear();
      if (!wear.isEmpty()) {
        events.accept(new Worn(this, wear));
      }
      events.accept(new Answered(this, call, response, executions));
      return true;
    } catch (WorkerDiedException e) {
      if (e.isInternalError()) {
        throw new CoordinatorException(
            "a worker exited due to an internal failure; its output:\n" + e.output());
      }
      long executions = memory.executions() - before;
      executionsBefore = -1;
      events.accept(
          new Died(
              this, call, e, executions, MappedInput.read(memory, options.target().signature())));
      return false;
    } finally {
      pulse = null;
    }
  }

  private void leave(WorkerClient worker) throws CoordinatorException {
    expect(TEAR_DOWN, () -> 0);
    Response.Closed closed = worker.leave();
    closed.notices().forEach(notice -> events.accept(new Notice(this, notice)));
    if (closed.problem() != null) {
      events.accept(
          new Notice(this, "tearing " + options.target() + " down failed:\n" + closed.problem()));
    }
  }
}
