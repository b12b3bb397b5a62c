// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.interception.Strays;
import io.github.mavenfuzz.interception.TargetThreads;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.MessageChannel;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.worker.Watchdog.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Answers the coordinator's calls, one after the other, on the thread that runs the target. A
 * target is served inside its host: {@link Call.Open} enters the host, {@link Call.Close} leaves
 * it.
 */
final class WorkerServer implements Session {
  private final MessageChannel channel;
  private final BlockingQueue<Call> calls;

  /** How long threads are waited for that the target started, where nothing else is to be run. */
  private static final long LAST_PATIENCE_MILLIS = 1_000;

  private final Probes probes;
  private final Strays strays;
  private final SharedMemory memory;
  private final Watchdog watchdog;
  private final Patience setUp;
  private final Patience patience;
  private final Consumer<Throwable> fault;
  private List<String> dictionary = List.of();
  private boolean served;

  /**
   * A server of one worker.
   *
   * @param setUp how long setting a target up may take
   * @param patience how long one execution may take
   * @param fault ends this JVM, for what went wrong in this library itself
   */
  WorkerServer(
      MessageChannel channel,
      BlockingQueue<Call> calls,
      Probes probes,
      Strays strays,
      SharedMemory memory,
      Watchdog watchdog,
      Patience setUp,
      Patience patience,
      Consumer<Throwable> fault) {
    this.channel = channel;
    this.calls = calls;
    this.probes = probes;
    this.strays = strays;
    this.memory = memory;
    this.watchdog = watchdog;
    this.setUp = setUp;
    this.patience = patience;
    this.fault = fault;
  }

  /** Answers calls for ever; the connection's end is the process's. */
  void run() throws IOException, InterruptedException {
    while (true) {
      Call call = calls.take();
      if (call instanceof Call.Open open) {
        host(open);
      } else {
        channel.send(new Response.Failed("no target is open"));
      }
    }
  }

  private void host(Call.Open open) throws IOException {
    served = false;
    String problem = null;
    watchdog.begin(setUp, 0);
    try {
      TargetHost host =
          ServiceLoader.load(TargetHost.class).stream()
              .map(ServiceLoader.Provider::get)
              .filter(candidate -> candidate.hosts(open.target().kind()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no host for " + open.target().kind()));
      dictionary = open.dictionary();
      host.host(open.target(), this);
    } catch (Throwable e) {
      problem = Failures.of(e).trace();
    }
    if (served) {
      channel.send(new Response.Closed(problem, WorkerAgent.unseen().notices()));
    } else {
      watchdog.end();
      channel.send(new Response.Failed(problem == null ? "the target was not run" : problem));
    }
  }

  @Override
  public void serve(FuzzTarget target) {
    served = true;
    try {
      List<Content> seeds =
          target.seeds().stream()
              .map(values -> new Content(CorpusFile.format(values, target.signature())))
              .toList();
      watchdog.end();
      channel.send(new Response.Opened(seeds, target.notices()));
      answerUntilClosed(target);
    } catch (Throwable e) {
      // Not to the host: it would take our own fault for the target's.
      fault.accept(e);
    }
  }

  private void answerUntilClosed(FuzzTarget target) throws IOException, InterruptedException {
    TargetThreads threads = new TargetThreads();
    watchdog.lookAt(threads);
    TargetExecution execution = new TargetExecution(target, memory, strays, threads);
    execution.input().remember(dictionary);
    execution.input().remember(target.dictionary());
    FuzzLoop loop =
        new FuzzLoop(
            execution,
            Input.of(target.signature()),
            Input.of(target.signature()),
            probes,
            WorkerAgent.comparisons(),
            watchdog);
    strays.watch();
    while (true) {
      Call call = calls.take();
      if (call instanceof Call.Close) {
        strays.unwatch();
        return;
      }
      channel.send(answer(call, execution, loop));
    }
  }

  private Response answer(Call call, TargetExecution execution, FuzzLoop loop) {
    watchdog.begin(patience, millis(call));
    Response response = run(call, execution, loop);
    watchdog.end();
    return response;
  }

  private static long millis(Call call) {
    if (call instanceof Call.Fuzz fuzz) {
      return fuzz.millis();
    }
    return call instanceof Call.Minimize minimize ? minimize.millis() : 0;
  }

  private Response run(Call call, TargetExecution execution, FuzzLoop loop) {
    if (call instanceof Call.Warmup warmup) {
      probes.accept(warmup.coverage());
      return new WarmupRun(execution, probes, watchdog).run(warmup);
    }
    if (call instanceof Call.Fuzz fuzz) {
      probes.accept(fuzz.coverage());
      return loop.run(fuzz);
    }
    if (call instanceof Call.Minimize minimize) {
      return new MinimizeRun(minimize, execution, probes, watchdog, this::progress).run(minimize);
    }
    if (call instanceof Call.Replay replay) {
      return replay(replay, execution);
    }
    return new Response.Failed("a target is open already");
  }

  private Response replay(Call.Replay replay, TargetExecution execution) {
    execution.set(replay.entry());
    // The wait counts as a part of the execution: it must not be what takes too long.
    long millis = Math.min(LAST_PATIENCE_MILLIS, patience.most().toMillis() / 4);
    Throwable thrown = execution.runToTheEnd(millis);
    // What it touched has not been told to anybody: let it show again.
    probes.rewind();
    return new Response.Replayed(thrown == null ? null : Failures.of(thrown));
  }

  private void progress(Response.Progress progress) {
    try {
      channel.send(progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
