// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.Crash.Stage;
import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Broken;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Progressed;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.protocol.Failure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one campaign: starts workers, hands out what they are to do, collects what they find, until
 * the budget is spent, something fails, or {@link #stop} is called. After Go's CoordinateFuzzing.
 */
public final class Coordinator {

  /** How long workers may take to answer once the campaign is over. */
  private static final Duration LAST_ANSWERS = Duration.ofMillis(700);

  private static final Duration TEAR_DOWN = Duration.ofSeconds(20);
  private static final Duration TEAR_DOWN_INTERRUPTED = Duration.ofMillis(1200);
  private static final long TICK_MILLIS = 50;

  /** What a crash that was found at the last moment may be minimized for, beyond the end. */
  private static final Duration LAST_MINIMIZATION = Duration.ofSeconds(10);

  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final BlockingQueue<WorkerEvent> events = new LinkedBlockingQueue<>();
  private final List<WorkerSlot> slots = new ArrayList<>();
  private final Deque<WorkerSlot> idle = new ArrayDeque<>();
  private volatile boolean stopped;
  private volatile @Nullable Process confirming;

  /** A coordinator of one campaign. */
  public Coordinator(CoordinatorOptions options, ProgressLog log) {
    this.options = options;
    this.log = log;
  }

  /** Ends the campaign soon, keeping all that was found. From any thread; returns at once. */
  public void stop() {
    stopped = true;
    events.add(new WorkerEvent.Wake());
    Process current = confirming;
    if (current != null) {
      current.destroyForcibly();
    }
  }

  /**
   * Runs the campaign.
   *
   * @throws CoordinatorException if it could not be run, through no fault of the target
   */
  public CampaignResult run() throws CoordinatorException {
    int parallel = (int) Math.min(options.parallel(), options.budget().executions());
    Campaign campaign = new Campaign(options, log, parallel);
    try (WorkDirectory directory = WorkDirectory.create()) {
      for (int i = 0; i < parallel; i++) {
        slots.add(new WorkerSlot(i, options, directory, events::add));
      }
      slots.forEach(WorkerSlot::start);
      try {
        loop(campaign);
        awaitLastAnswers(campaign);
        campaign.end();
        confirm(campaign.crash());
        return campaign.conclude(stopped);
      } finally {
        closeSlots();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CoordinatorException("the campaign's thread was interrupted", e);
    } catch (RuntimeException e) {
      throw new CoordinatorException("a fault in maven-fuzz: " + e, e);
    }
  }

  private void loop(Campaign campaign) throws CoordinatorException, InterruptedException {
    while (!isOver(campaign)) {
      WorkerEvent event = events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
      if (event != null) {
        handle(event, campaign);
      }
      campaign.tick(executionsUnderWay());
      if (campaign.crash() != null) {
        busySlots().filter(slot -> !campaign.isMinimizingCrash(slot)).forEach(WorkerSlot::stopCall);
      }
      assignWork(campaign);
    }
  }

  private boolean isOver(Campaign campaign) {
    if (stopped) {
      return true;
    }
    Crash crash = campaign.crash();
    if (crash != null) {
      return crash.stage() == Stage.DONE || campaign.isOvertime(LAST_MINIMIZATION);
    }
    return campaign.isSpent();
  }

  private void handle(WorkerEvent event, Campaign campaign) throws CoordinatorException {
    if (event instanceof Ready ready) {
      campaign.onReady(ready);
      idle.add(ready.slot());
    } else if (event instanceof Answered answered) {
      answered.slot().settled();
      campaign.onAnswered(answered);
      idle.add(answered.slot());
    } else if (event instanceof Progressed progressed) {
      campaign.onProgress(progressed.progress());
    } else if (event instanceof Died died) {
      died.slot().settled();
      campaign.onDied(died);
    } else if (event instanceof Broken broken) {
      broken.slot().settled();
      campaign.onBroken(broken.slot(), broken.cause());
    }
  }

  private void assignWork(Campaign campaign) {
    for (int i = idle.size(); i > 0; i--) {
      WorkerSlot slot = idle.remove();
      if (!campaign.assign(slot)) {
        idle.add(slot);
      }
    }
  }

  /** Workers are asked to answer; what they found until now counts. */
  private void awaitLastAnswers(Campaign campaign)
      throws CoordinatorException, InterruptedException {
    long end = System.nanoTime() + LAST_ANSWERS.toNanos();
    while (busySlots().findAny().isPresent() && System.nanoTime() < end) {
      // Again and again: a call that is only just being made takes the first wish back.
      busySlots().forEach(WorkerSlot::stopCall);
      WorkerEvent event = events.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
      if (event != null && !(event instanceof Broken)) {
        handle(event, campaign);
      }
    }
    busySlots().forEach(slot -> campaign.abandon(slot, slot.executionsUnderWay()));
  }

  /** Runs a failing input again in a fresh worker: what passes there depends on more than it. */
  private void confirm(@Nullable Crash crash) {
    if (crash == null || crash.seed() != null || stopped) {
      return;
    }
    try {
      Failure again = new Replay(options, log).execute(crash.content(), this::beginConfirming);
      if (!stopped) {
        crash.confirm(again != null);
      }
    } catch (CoordinatorException e) {
      if (!stopped) {
        log.warn("fuzz: the failing input could not be run again: " + e.getMessage());
      }
    }
  }

  private void beginConfirming(Process process) {
    confirming = process;
    if (stopped) {
      process.destroyForcibly();
    }
  }

  /** The slots whose worker has a call to answer. */
  private Stream<WorkerSlot> busySlots() {
    return slots.stream().filter(WorkerSlot::isBusy);
  }

  private long executionsUnderWay() {
    return slots.stream().mapToLong(WorkerSlot::executionsUnderWay).sum();
  }

  private void closeSlots() throws InterruptedException {
    Duration grace = stopped ? TEAR_DOWN_INTERRUPTED : TEAR_DOWN;
    long end = System.nanoTime() + grace.toNanos();
    slots.forEach(WorkerSlot::beginClose);
    for (WorkerSlot slot : slots) {
      // Who has not answered until now is lost in an execution, and would not tear down either.
      Duration rest = slot.isBusy() ? Duration.ZERO : Duration.ofNanos(end - System.nanoTime());
      @Nullable String problem = slot.awaitClose(rest);
      if (problem != null) {
        log.warn("fuzz: tearing " + options.target() + " down failed:\n" + problem);
      }
    }
  }
}
