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
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.protocol.Wear;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place for one worker: a thread that starts the worker, makes the coordinator's calls, reports
 * what comes of them, and starts another worker when one dies.
 */
final class WorkerSlot {

  /** How long tearing the target down may take. */
  static final Duration TEAR_DOWN = Duration.ofSeconds(20);

  /** Workers that are killed before they are ready are replaced so often in a row. */
  private static final int MOST_FALSE_STARTS = 3;

  /** How long a worker may wait for the threads that its target has started. */
  private static final Duration THREADS = Duration.ofSeconds(1);

  /** How many times as long as it may take an execution that loads classes does. */
  private static final int LOADING = 2;

  /** A worker that is spoilt now and then works for up to two to this power of calls. */
  private static final int MOST_DOUBLINGS = 6;

  private static final long POLL_MILLIS = 20;

  private final int number;
  private final String name;
  private final boolean spare;
  private final CoordinatorOptions options;
  private final WorkDirectory directory;
  private final Consumer<WorkerEvent> events;
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final AtomicReference<FatalMinimizer.@Nullable Task> next = new AtomicReference<>();
  private final Thread thread;
  private final WorkerWatch watch;
  private volatile boolean stopWanted;
  private volatile boolean closing;
  private volatile boolean killed;
  private volatile boolean open;

  /** Whether the next worker is only to run a few inputs. */
  private volatile boolean brief;

  // The slot's thread's.
  private int lives;
  private int falseStarts;

  /** Where the coordinator's coverage log stood when it last told this slot's worker. */
  int coverageTold;

  /** Executions that the coordinator allotted to the call under way. */
  long allotted;

  private boolean busy;
  private boolean used;
  private boolean mixed;
  private boolean tainted;
  private int renewals;
  private int spoilt;

  /**
   * A slot without a worker yet.
   *
   * @param spare whether its workers only minimize and run again what others found
   */
  WorkerSlot(
      int number,
      boolean spare,
      CoordinatorOptions options,
      WorkDirectory directory,
      Consumer<WorkerEvent> events) {
    this.number = number;
    this.name = Integer.toString(number);
    this.spare = spare;
    this.brief = spare;
    this.options = options;
    this.directory = directory;
    this.events = events;
    this.thread = new Thread(this::run, "fuzz-worker-" + name);
    this.thread.setDaemon(true);
    this.watch =
        new WorkerWatch(
            options, execution -> events.accept(new Slow(this, execution)), this::notice);
  }

  void start() {
    thread.start();
  }

  /** Makes the worker do something; only one call at a time. */
  void submit(Call call) {
    busy = true;
    used = true;
    mixed |= !(call instanceof Call.Replay);
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
    restart(spare);
  }

  /** Replaces the worker by another, which is only to run a few inputs. */
  void restartBriefly() {
    restart(true);
  }

  private void restart(boolean briefly) {
    brief = briefly;
    submit(new Call.Close());
  }

  /** Whether its workers do not search. */
  boolean isSpare() {
    return spare;
  }

  /** Whether the worker has not run anything yet. */
  boolean isFresh() {
    return !used;
  }

  /** Whether the worker has run nothing but what failed before, and all of that as expected. */
  boolean hasOnlyConfirmed() {
    return brief && !mixed;
  }

  /** What it ran did not fail as it had before. */
  void doubt() {
    mixed = true;
  }

  /** Something in the worker is spoilt for good. */
  void taint() {
    tainted = true;
  }

  /** The same as so often before: the worker is replaced, but ever more rarely. */
  void spoil() {
    if (++spoilt >= 1 << Math.min(renewals, MOST_DOUBLINGS)) {
      tainted = true;
    }
  }

  /** Whether the worker should be replaced before it judges anything else. */
  boolean isTainted() {
    return tainted;
  }

  /** The slot has another worker. */
  void renewed() {
    used = false;
    mixed = false;
    tainted = false;
    renewals++;
    spoilt = 0;
    coverageTold = 0;
  }

  /** Asks the worker to answer the call under way soon. */
  void stopCall() {
    stopWanted = true;
    watch.stopCall();
  }

  /** Its number among the slots of the campaign, from 0. */
  int number() {
    return number;
  }

  /** Executions of the call under way so far. */
  long executionsUnderWay() {
    return watch.executionsUnderWay();
  }

  /** The execution that the call under way is at, if it takes long. */
  @Nullable SlowExecution slowUnderWay() {
    return watch.slowUnderWay();
  }

  /** Whether a call is under way, or about to be. */
  boolean isBusy() {
    return busy;
  }

  /** The coordinator has taken note of the answer. */
  void settled() {
    busy = false;
  }

  /** Looks after the worker. */
  void watch(long now) {
    watch.look(now);
  }

  /** Starts to tear the target down and to end the worker and the thread. */
  void beginClose() {
    closing = true;
    calls.add(new Call.Close());
  }

  /**
   * Waits until the worker is gone; kills it when there is no more patience.
   *
   * @return whether it was killed as it tore the target down, though it was given time
   */
  boolean awaitClose(BooleanSupplier patience) throws InterruptedException {
    boolean patient = patience.getAsBoolean();
    while (thread.isAlive() && patience.getAsBoolean()) {
      thread.join(POLL_MILLIS);
    }
    boolean tearingDown = open;
    while (thread.isAlive()) {
      // Again and again: there may be another process by now.
      killed = true;
      watch.kill();
      thread.join(POLL_MILLIS);
    }
    return killed && patient && tearingDown;
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
    try (WorkerClient worker = begin(brief)) {
      Response.Opened opened = open(worker);
      falseStarts = 0;
      open = true;
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
      if (!killed) {
        notice("a worker was " + died.describe() + " as it started; starting another");
      }
    } finally {
      open = false;
      watch.forget();
    }
  }

  /** Workers live and die for the minimizer alone. */
  private void minimizeFatally(FatalMinimizer.Task task) {
    try (ReplayingWorkers workers =
        new ReplayingWorkers(
            this::beginOpen, worker -> expectExecutions(worker.memory()), task.apart())) {
      FatalMinimizer minimizer =
          new FatalMinimizer(
              task,
              options.target().signature(),
              workers,
              step -> events.accept(new Progressed(this, step)),
              () -> closing || stopWanted);
      minimizer.run();
      CoordinatorException fault = minimizer.fault();
      if (fault != null && !closing) {
        notice("minimizing ended early, for want of a worker: " + fault.getMessage());
      }
      events.accept(new Shrunk(this, minimizer.best(), minimizer.kept(), minimizer.executions()));
    } finally {
      watch.forget();
    }
  }

  private WorkerClient beginOpen() throws CoordinatorException {
    WorkerClient worker = begin(true);
    boolean opened = false;
    try {
      Response.Opened unused = open(worker);
      opened = true;
      return worker;
    } finally {
      if (!opened) {
        worker.close();
      }
    }
  }

  private void expectExecutions(SharedMemory memory) {
    watch.expect(options.timeout().multipliedBy(LOADING).plus(THREADS), memory);
  }

  /** Who only runs a few inputs again needs no probes, and runs them as {@code mvn test} would. */
  private WorkerClient begin(boolean briefly) throws CoordinatorException {
    return WorkerClient.start(
        name + "-" + ++lives,
        jvm(briefly),
        directory,
        WorkerProcess.Settings.of(options, !briefly),
        started -> watch.started(started, options.setUpTimeout()));
  }

  private WorkerJvm jvm(boolean briefly) {
    if (briefly) {
      return options.jvm().forShortLives();
    }
    boolean allCores = options.parallel() >= Runtime.getRuntime().availableProcessors();
    return allCores ? options.jvm().forBusyCores() : options.jvm();
  }

  private Response.Opened open(WorkerClient worker) throws CoordinatorException {
    watch.expect(options.setUpTimeout(), worker.memory());
    Response.Opened opened = worker.open(options.target(), options.dictionary());
    watch.relax();
    return opened;
  }

  /** Makes one call; false if the worker did not survive it. */
  private boolean make(WorkerClient worker, Call call) throws CoordinatorException {
    SharedMemory memory = worker.memory();
    watch.beginCall(memory, call);
    expectExecutions(memory);
    try {
      Response response = worker.call(call, step -> events.accept(new Progressed(this, step)));
      if (response instanceof Response.Failed failed) {
        throw new CoordinatorException("a worker cannot go on:\n" + failed.message());
      }
      long executions = watch.endCall(memory);
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
      long executions = watch.endCall(memory);
      events.accept(
          new Died(
              this, call, e, executions, MappedInput.read(memory, options.target().signature())));
      return false;
    } finally {
      watch.relax();
    }
  }

  private void leave(WorkerClient worker) throws CoordinatorException {
    watch.expect(TEAR_DOWN, worker.memory());
    Response.Closed closed = worker.leave();
    closed.notices().forEach(this::notice);
    if (closed.problem() != null && !killed) {
      notice("tearing " + options.target() + " down failed:\n" + closed.problem());
    }
  }

  private void notice(String text) {
    events.accept(new Notice(this, text));
  }
}
