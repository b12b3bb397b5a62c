// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Broken;
import io.github.mavenfuzz.coordinator.WorkerEvent.Died;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import org.jspecify.annotations.Nullable;

/** Runs one input once, in a worker like a campaign's. */
public final class Replay {
  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final FindingReport report;
  private volatile boolean stopped;
  private volatile @Nullable Workers workers;

  /** A replay with the options of a campaign on the same target. */
  public Replay(CoordinatorOptions options, ProgressLog log) {
    this.options = options;
    this.log = log;
    this.report = new FindingReport(options, log);
  }

  /** Ends the replay soon. From any thread; returns at once. */
  public void stop() {
    stopped = true;
    Workers current = workers;
    if (current != null) {
      current.hurry();
      current.wake();
    }
  }

  /**
   * Runs the input.
   *
   * @param name what to call it
   * @param content what its file contains
   * @throws CoordinatorException if the file is malformed, no worker can be run, or {@link #stop}
   *     was called
   */
  public ReplayResult run(String name, byte[] content) throws CoordinatorException {
    Content entry = canonical(name, content);
    Failure failure = execute(entry);
    Finding finding = failure == null ? null : report.finding(name, entry, failure, null);
    return new ReplayResult(name, report.arguments(entry), finding);
  }

  private Content canonical(String name, byte[] content) throws CoordinatorException {
    Signature signature = options.target().signature();
    try {
      return new Content(CorpusFile.canonical(content, signature));
    } catch (MalformedEntryException e) {
      throw new CoordinatorException("malformed input " + name + ", " + e.getMessage(), e);
    }
  }

  /** The input is judged before tearing down: what goes wrong there is none of its failures. */
  private @Nullable Failure execute(Content entry) throws CoordinatorException {
    try (Workers started = new Workers(options, 1, log)) {
      workers = started;
      while (!stopped) {
        WorkerEvent event = started.next();
        if (event instanceof Ready ready) {
          ready.slot().submit(new Call.Replay(entry));
        } else if (event instanceof Answered answered) {
          if (answered.response() instanceof Response.Replayed replayed) {
            return replayed.failure();
          }
          throw new CoordinatorException("a worker answered " + answered.response());
        } else if (event instanceof Died died) {
          return died.how().asFailure();
        } else if (event instanceof Broken broken) {
          throw broken.cause();
        }
      }
      started.hurry();
      throw new CoordinatorException("interrupted before the target had run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CoordinatorException("the replay's thread was interrupted", e);
    }
  }
}
