// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one input once, in a worker like a campaign's. */
public final class Replay {
  private final CoordinatorOptions options;
  private final ProgressLog log;
  private final FindingReport report;

  /** A replay with the options of a campaign on the same target. */
  public Replay(CoordinatorOptions options, ProgressLog log) {
    this.options = options;
    this.log = log;
    this.report = new FindingReport(options, log);
  }

  /**
   * Runs the input.
   *
   * @param name what to call it
   * @param content what its file contains
   * @throws CoordinatorException if the file is malformed or no worker can be run
   */
  public ReplayResult run(String name, byte[] content) throws CoordinatorException {
    Content entry = canonical(name, content);
    Failure failure = execute(entry, process -> {});
    Finding finding = failure == null ? null : report.finding(name, entry, failure, null);
    return new ReplayResult(name, report.arguments(entry), finding);
  }

  /** Runs an entry in a fresh worker, of whose process it tells; returns how it failed, if so. */
  @Nullable Failure execute(Content entry, Consumer<Process> started) throws CoordinatorException {
    try (WorkDirectory directory = WorkDirectory.create();
        WorkerClient worker =
            WorkerClient.start(
                "replay", options.jvm(), directory, WorkerClient.Settings.of(options), started)) {
      return run(worker, entry);
    }
  }

  private Content canonical(String name, byte[] content) throws CoordinatorException {
    Signature signature = options.target().signature();
    try {
      return new Content(CorpusFile.format(CorpusFile.parse(content, signature), signature));
    } catch (MalformedEntryException e) {
      throw new CoordinatorException("malformed input " + name + ", " + e.getMessage(), e);
    }
  }

  private @Nullable Failure run(WorkerClient worker, Content entry) throws CoordinatorException {
    open(worker);
    Response response;
    try {
      response = worker.call(new Call.Warmup(List.of(entry), List.of()), progress -> {});
    } catch (WorkerDiedException e) {
      if (e.isInternalError()) {
        throw new CoordinatorException(
            "a worker exited due to an internal failure; its output:\n" + e.output(), e);
      }
      return e.asFailure();
    }
    if (response instanceof Response.Hung hung) {
      return hung.failure();
    }
    if (!(response instanceof Response.Warmed warmed)) {
      throw new CoordinatorException("a worker answered " + response);
    }
    close(worker);
    return warmed.failure();
  }

  private void open(WorkerClient worker) throws CoordinatorException {
    try {
      Response opened = worker.call(new Call.Open(options.target()), progress -> {});
      if (opened instanceof Response.Failed failed) {
        throw new CoordinatorException(
            options.target() + " cannot be set up:\n" + failed.message());
      }
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

  /** The input has been judged: what tearing down does wrong is none of its failures. */
  private void close(WorkerClient worker) throws CoordinatorException {
    try {
      Response closed = worker.call(new Call.Close(), progress -> {});
      if (closed instanceof Response.Closed answer && answer.problem() != null) {
        log.warn("fuzz: tearing " + options.target() + " down failed:\n" + answer.problem());
      }
    } catch (WorkerDiedException e) {
      log.warn("fuzz: tearing " + options.target() + " down failed: " + e.getMessage());
    }
  }
}
