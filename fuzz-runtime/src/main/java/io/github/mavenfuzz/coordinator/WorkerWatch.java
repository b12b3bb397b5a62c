// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.time.GoDuration;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the workers of one slot, one after the other, for signs of life. The slot's thread says
 * what is to be expected; the coordinator's looks whether it comes.
 */
final class WorkerWatch {

  /** How much later than the worker itself the coordinator loses its patience. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** An execution is slow if it takes this part of what it may take. */
  private static final int SLOW = 10;

  private final CoordinatorOptions options;
  private final SlowWatch slow;
  private final Consumer<String> notices;
  private volatile @Nullable Process process;
  private volatile @Nullable SharedMemory memory;
  private volatile @Nullable Pulse pulse;

  /** Executions that the worker had counted when the call under way began; -1 without a call. */
  private volatile long executionsBefore = -1;

  private volatile boolean timed;

  /**
   * Nobody to watch yet.
   *
   * @param slow told of each execution that took long
   * @param notices told what the user should know
   */
  WorkerWatch(CoordinatorOptions options, Consumer<SlowExecution> slow, Consumer<String> notices) {
    this.options = options;
    this.slow = new SlowWatch(slow);
    this.notices = notices;
  }

  /** A worker's process runs, which is to introduce itself within that time. */
  void started(Process started, Duration time) {
    process = started;
    pulse = new Pulse(time.plus(GRACE), () -> 0, System.nanoTime());
  }

  /** From now on the worker has to count executions, or to answer, within that time. */
  void expect(Duration time, SharedMemory counting) {
    memory = counting;
    pulse = new Pulse(time.plus(GRACE), counting::executions, System.nanoTime());
  }

  /** The worker answered, and has nothing to do. */
  void relax() {
    pulse = null;
  }

  /** There is no worker to tell anything to. */
  void forget() {
    pulse = null;
    memory = null;
  }

  /** A call begins whose executions count. */
  void beginCall(SharedMemory counting, Call call) {
    counting.setStop(false);
    // Whoever replays waits for threads, too: that is no slowness of the input.
    timed = !(call instanceof Call.Replay);
    executionsBefore = counting.executions();
  }

  /** The call is over; returns how many executions were counted during it. */
  long endCall(SharedMemory counting) {
    long executions = counting.executions() - executionsBefore;
    executionsBefore = -1;
    return executions;
  }

  /** Executions of the call under way so far. */
  long executionsUnderWay() {
    SharedMemory current = memory;
    long before = executionsBefore;
    return current == null || before < 0 ? 0 : current.executions() - before;
  }

  /** Asks the worker to answer soon. */
  void stopCall() {
    SharedMemory current = memory;
    if (current != null) {
      current.setStop(true);
    }
  }

  /**
   * Looks after the worker. One that has given no sign of life for too long is ended, which then
   * counts as a death; what takes long is noted.
   */
  void look(long now) {
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
    SharedMemory counting = memory;
    if (counting != null && timed && executionsBefore >= 0) {
      Duration threshold = options.timeout().dividedBy(SLOW);
      slow.look(current.execution(), silence, threshold, counting, options.target());
    }
    if (silence.compareTo(current.longest()) >= 0) {
      notices.accept(
          "a worker gave no sign of life for "
              + GoDuration.format(current.longest())
              + ": it is ended");
      pulse = null;
      running.destroyForcibly();
    }
  }

  /** The execution under way, if it takes long. */
  @Nullable SlowExecution slowUnderWay() {
    return slow.current();
  }

  /** Kills the worker, if there is one. */
  void kill() {
    Process current = process;
    if (current != null) {
      current.destroyForcibly();
    }
  }
}
