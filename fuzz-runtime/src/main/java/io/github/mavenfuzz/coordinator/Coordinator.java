// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Broken;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Progressed;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.coordinator.WorkerEvent.Shrunk;
import io.github.mavenfuzz.coordinator.WorkerEvent.Slow;
import io.github.mavenfuzz.coordinator.WorkerEvent.Worn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Runs one campaign: starts workers, hands out what they are to do, collects what they find, until
 * the budget is spent, something fails, or {@link #stop} is called. After Go's CoordinateFuzzing.
 */
public final class Coordinator {

  /** How long workers may take to answer once the campaign is over. */
  private static final Duration LAST_ANSWERS = Duration.ofMillis(700);

  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final Deque<WorkerSlot> idle = new ArrayDeque<>();
  private volatile boolean stopped;
  private volatile @Nullable Workers workers;

  /** A coordinator of one campaign. */
  public Coordinator(CoordinatorOptions options, ProgressLog log) {
    this.options = options;
    this.log = log;
  }

  /** Ends the campaign soon, keeping all that was found. From any thread; returns at once. */
  public void stop() {
    stopped = true;
    Workers current = workers;
    if (current != null) {
      current.hurry();
      current.wake();
    }
  }

  /**
   * Runs the campaign.
   *
   * @throws CoordinatorException if it could not be run, through no fault of the target, and
   *     nothing had failed until then
   */
  public CampaignResult run() throws CoordinatorException {
    int parallel = (int) Math.min(options.parallel(), options.budget().executions());
    try {
      Campaign campaign =
          new Campaign(options, log, parallel, System::nanoTime, this::executionsUnderWay);
      try (Workers started = new Workers(options, parallel, log)) {
        workers = started;
        fuzz(campaign, started);
        if (stopped) {
          started.hurry();
        }
      }
      return campaign.conclude(stopped);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CoordinatorException("the campaign's thread was interrupted", e);
    } catch (RuntimeException e) {
      throw fault(e);
    }
  }

  private long executionsUnderWay() {
    Workers current = workers;
    return current == null ? 0 : current.executionsUnderWay();
  }

  private static CoordinatorException fault(RuntimeException e) {
    return new CoordinatorException("a fault in maven-fuzz: " + e, e);
  }

  /** Whatever becomes of the campaign: what it found goes to disk, and what failed is told. */
  private void fuzz(Campaign campaign, Workers workers)
      throws CoordinatorException, InterruptedException {
    CoordinatorException fault = null;
    try {
      loop(campaign, workers);
      awaitLastAnswers(campaign, workers);
    } catch (CoordinatorException e) {
      fault = e;
    } catch (RuntimeException e) {
      fault = fault(e);
    }
    campaign.end();
    if (fault != null && !campaign.hasFindings()) {
      throw fault;
    }
    if (fault != null) {
      log.warn("fuzz: the campaign ends here: " + fault.getMessage());
    }
  }

  private void loop(Campaign campaign, Workers workers)
      throws CoordinatorException, InterruptedException {
    while (!stopped && !campaign.isOver()) {
      WorkerEvent event = workers.next();
      if (event != null) {
        handle(event, campaign);
      }
      campaign.tick();
      workers.busy().filter(campaign::wantsBack).forEach(WorkerSlot::stopCall);
      if (campaign.wantsSpare()) {
        workers.addSpare();
      }
      assignWork(campaign);
    }
  }

  private void handle(WorkerEvent event, Campaign campaign) throws CoordinatorException {
    if (event instanceof Ready ready) {
      campaign.onReady(ready);
      idle.add(ready.slot());
    } else if (event instanceof Answered answered) {
      campaign.onAnswered(answered);
      idle.add(answered.slot());
    } else if (event instanceof Progressed progressed) {
      campaign.onProgress(progressed.slot(), progressed.progress());
    } else if (event instanceof Died died) {
      campaign.onDied(died);
    } else if (event instanceof Shrunk shrunk) {
      campaign.onShrunk(shrunk);
    } else if (event instanceof Worn worn) {
      campaign.onWorn(worn);
    } else if (event instanceof Slow slow) {
      campaign.onSlow(slow.execution());
    } else if (event instanceof Broken broken) {
      throw broken.cause();
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
  private void awaitLastAnswers(Campaign campaign, Workers workers)
      throws CoordinatorException, InterruptedException {
    long end = System.nanoTime() + LAST_ANSWERS.toNanos();
    while (workers.haveMore()
        || (workers.busy().findAny().isPresent() && System.nanoTime() < end)) {
      // Again and again: a call that is only just being made takes the first wish back.
      workers.busy().forEach(WorkerSlot::stopCall);
      WorkerEvent event = workers.next();
      if (event != null && !(event instanceof Broken)) {
        handle(event, campaign);
      }
    }
    workers.busy().forEach(campaign::abandon);
  }
}
