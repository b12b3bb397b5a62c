// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.WorkerEvent.Notice;
import io.github.mavenfuzz.coordinator.WorkerEvent.Settling;
import io.github.mavenfuzz.coordinator.WorkerEvent.Wake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workers that one thread, the coordinator's, has at its service: what they tell, one event
 * after the other, and that they go on living. Only {@link #wake} and {@link #hurry} are for other
 * threads.
 */
final class Workers implements AutoCloseable {
  private static final Duration TEAR_DOWN_INTERRUPTED = Duration.ofMillis(1200);
  private static final long TICK_MILLIS = 50;

  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final WorkDirectory directory;
  private final BlockingQueue<WorkerEvent> events = new LinkedBlockingQueue<>();
  private final List<WorkerSlot> slots = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private volatile Duration tearDown = WorkerSlot.TEAR_DOWN;

  /** Starts that many workers, which tell as soon as they are ready. */
  Workers(CoordinatorOptions options, int parallel, ProgressLog log) throws CoordinatorException {
    this.options = options;
    this.log = log;
    this.directory = WorkDirectory.create();
    for (int i = 0; i < parallel; i++) {
      slots.add(new WorkerSlot(i, false, options, directory, events::add));
    }
    slots.forEach(WorkerSlot::start);
  }

  /** Starts a spare worker, if there is none yet. */
  void addSpare() {
    if (slots.stream().noneMatch(WorkerSlot::isSpare)) {
      WorkerSlot slot = new WorkerSlot(slots.size(), true, options, directory, events::add);
      slots.add(slot);
      slot.start();
    }
  }

  /** Ends a wait for the next event. From any thread. */
  void wake() {
    events.add(new Wake());
  }

  /** Waits for what a worker tells, but not for long: null if none told anything. */
  @Nullable WorkerEvent next() throws InterruptedException {
    WorkerEvent event = events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
    long now = System.nanoTime();
    slots.forEach(slot -> slot.watch(now));
    if (event instanceof Settling settling) {
      settling.slot().settled();
    }
    if (event instanceof Notice notice) {
      tell(notice);
      return null;
    }
    return event;
  }

  /** One worker after the other may say the same. */
  private void tell(Notice notice) {
    if (told.add(notice.text())) {
      log.warn("fuzz: " + notice.text());
    }
  }

  /** Whether something was told that was not asked for yet. */
  boolean haveMore() {
    return !events.isEmpty();
  }

  /** The slots whose worker has something to answer. */
  Stream<WorkerSlot> busy() {
    return slots.stream().filter(WorkerSlot::isBusy);
  }

  /** Executions, of those that are counted, in calls that are not answered yet. */
  long executionsUnderWay() {
    return slots.stream()
        .filter(slot -> slot.allotted > 0)
        .mapToLong(WorkerSlot::executionsUnderWay)
        .sum();
  }

  /** The user is waiting for the end: tearing down must not take long. From any thread. */
  void hurry() {
    tearDown = TEAR_DOWN_INTERRUPTED;
  }

  /** Tears the target down in every worker, and ends them all. */
  @Override
  public void close() {
    long start = System.nanoTime();
    slots.forEach(WorkerSlot::beginClose);
    try (directory) {
      for (WorkerSlot slot : slots) {
        // Who has not answered until now is lost in an execution, and would not tear down either.
        boolean lost = slot.isBusy();
        if (slot.awaitClose(() -> !lost && System.nanoTime() - start < tearDown.toNanos())) {
          log.warn(
              "fuzz: tearing "
                  + options.target()
                  + " down failed:\nit took too long, and was ended");
        }
      }
      for (WorkerEvent event : events) {
        if (event instanceof Notice notice) {
          tell(notice);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
