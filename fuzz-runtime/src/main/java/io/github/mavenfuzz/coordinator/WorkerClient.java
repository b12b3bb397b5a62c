// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.MessageChannel;
import io.github.mavenfuzz.protocol.ProtocolException;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.targets.TargetId;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One worker from the Maven JVM's side: its calls and their answers. Calls are made by one thread;
 * {@link #memory} is for any.
 */
final class WorkerClient implements AutoCloseable {
  private final WorkerProcess worker;
  private final MessageChannel channel;

  private WorkerClient(WorkerProcess worker, MessageChannel channel) {
    this.worker = worker;
    this.channel = channel;
  }

  /**
   * Starts a worker and waits until it has introduced itself.
   *
   * @param started told of the process as soon as there is one, so that it can be ended early
   * @throws CoordinatorException if there is no worker; caused by a {@link WorkerDiedException} if
   *     there was one
   */
  static WorkerClient start(
      String name,
      WorkerJvm jvm,
      WorkDirectory directory,
      WorkerProcess.Settings settings,
      Consumer<Process> started)
      throws CoordinatorException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(WorkerProcess.socket(directory, name)));
      WorkerProcess worker = WorkerProcess.start(name, jvm, directory, settings);
      started.accept(worker.process());
      CompletableFuture<Void> unused =
          worker.process().onExit().thenRun(() -> closeQuietly(server));
      return meet(server, worker);
    } catch (IOException e) {
      throw new CoordinatorException("cannot start a worker with " + jvm.java() + ": " + e, e);
    }
  }

  /** Waits for the worker at the door, and looks at its papers. */
  private static WorkerClient meet(ServerSocketChannel server, WorkerProcess worker)
      throws IOException, CoordinatorException {
    WorkerClient client = null;
    boolean ready = false;
    try {
      client = new WorkerClient(worker, new MessageChannel(server.accept()));
      client.expectHello();
      ready = true;
      return client;
    } catch (ClosedChannelException | EOFException e) {
      WorkerDiedException death = worker.died(null);
      throw new CoordinatorException(
          "a worker ended before it was ready, with exit status "
              + death.exitCode()
              + "; "
              + death.circumstances(),
          death);
    } finally {
      if (!ready) {
        worker.kill();
        if (client == null) {
          worker.close();
        } else {
          client.close();
        }
      }
    }
  }

  private static void closeQuietly(ServerSocketChannel server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expectHello() throws IOException, CoordinatorException {
    Response first = channel.receiveResponse();
    if (!(first instanceof Response.Hello hello) || !worker.token().equals(hello.token())) {
      throw new CoordinatorException("something that is no worker of ours connected: " + first);
    }
    String version = WorkerClient.class.getPackage().getImplementationVersion();
    if (version != null && !version.equals(hello.version())) {
      throw new CoordinatorException(
          "the worker runs fuzz-runtime " + hello.version() + ", the plugin " + version);
    }
  }

  /**
   * Sets the target up.
   *
   * @throws CoordinatorException if that cannot be; caused by a {@link WorkerDiedException} if the
   *     worker did not survive it
   */
  Response.Opened open(TargetId target, List<String> dictionary) throws CoordinatorException {
    try {
      Response response = call(new Call.Open(target, dictionary), progress -> {});
      if (response instanceof Response.Opened opened) {
        return opened;
      }
      throw new CoordinatorException(
          target
              + " cannot be set up:\n"
              + (response instanceof Response.Failed failed
                  ? failed.message()
                  : response + "\nits output:\n" + worker.output().text()));
    } catch (WorkerDiedException e) {
      throw new CoordinatorException(
          e.isHung()
              ? target + " cannot be set up: " + e.asFailure().trace()
              : "the worker ended while it set up "
                  + target
                  + ", with exit status "
                  + e.exitCode()
                  + "; "
                  + e.circumstances(),
          e);
    }
  }

  /** Tears the target down; returns what went wrong with that, if something did, and notices. */
  Response.Closed leave() throws CoordinatorException {
    try {
      Response response = call(new Call.Close(), progress -> {});
      if (response instanceof Response.Closed closed) {
        return closed;
      }
      throw new CoordinatorException("a worker answered " + response);
    } catch (WorkerDiedException e) {
      return new Response.Closed(e.getMessage() + "; its output:\n" + e.output(), List.of());
    }
  }

  /**
   * Makes a call and waits for its answer.
   *
   * @param progress told of the best so far of a minimization
   * @throws WorkerDiedException if the process ended instead of answering
   * @throws CoordinatorException if it answered with something that is no message
   */
  Response call(Call call, Consumer<Response.Progress> progress)
      throws WorkerDiedException, CoordinatorException {
    try {
      channel.send(call);
      Response response = channel.receiveResponse();
      while (response instanceof Response.Progress step) {
        progress.accept(step);
        response = channel.receiveResponse();
      }
      if (response instanceof Response.Hung hung) {
        throw worker.died(hung.failure());
      }
      return withOutput(response);
    } catch (ProtocolException e) {
      worker.kill();
      throw new CoordinatorException(
          "communicating with a worker: "
              + e.getMessage()
              + "\nits output:\n"
              + worker.output().text(),
          e);
    } catch (IOException e) {
      throw worker.died(null);
    }
  }

  /** What a target prints before it exits often says why. */
  private Response withOutput(Response response) {
    if (response instanceof Response.Replayed replayed
        && replayed.failure() != null
        && replayed.failure().kind() == Failure.Kind.EXIT) {
      return new Response.Replayed(replayed.failure().withOutput(worker.output().quietText()));
    }
    return response;
  }

  /** What the worker tells of the execution under way. */
  SharedMemory memory() {
    return worker.memory();
  }

  /** Ends the worker, which halts as the connection ends. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      worker.kill();
    }
    worker.close();
  }
}
