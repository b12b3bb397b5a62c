// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.MessageChannel;
import io.github.mavenfuzz.protocol.ProtocolException;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.protocol.WorkerSettings;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One worker process, from the Maven JVM's side: its start, its calls, its end. Calls are made by
 * one thread; {@link #memory} and {@link #kill} are for any.
 */
final class WorkerClient implements AutoCloseable {

  /**
   * How to instrument, and for how long an execution may run.
   *
   * @param maxLength the largest input, in bytes, that has to fit into the shared memory
   */
  record Settings(Duration timeout, int maxLength, List<String> includes, List<String> excludes) {
    static Settings of(CoordinatorOptions options) {
      return new Settings(
          options.timeout(), options.maxLength(), options.includes(), options.excludes());
    }
  }

  private static final int TOKEN_BYTES = 16;

  /** Lengths and numbers around the bytes of an input. */
  private static final int MEMORY_MARGIN = 1 << 16;

  private final Process process;
  private final OutputTail output;
  private final SharedMemory memory;
  private final MessageChannel channel;

  private WorkerClient(
      Process process, OutputTail output, SharedMemory memory, MessageChannel channel) {
    this.process = process;
    this.output = output;
    this.memory = memory;
    this.channel = channel;
  }

  /** Starts a worker and waits until it has introduced itself. */
  static WorkerClient start(String name, WorkerJvm jvm, WorkDirectory directory, Settings settings)
      throws CoordinatorException {
    return start(name, jvm, directory, settings, process -> {});
  }

  /** The same, telling of the process as soon as there is one, so that it can be ended early. */
  static WorkerClient start(
      String name,
      WorkerJvm jvm,
      WorkDirectory directory,
      Settings settings,
      Consumer<Process> started)
      throws CoordinatorException {
    Path socket = directory.resolve(name + ".sock");
    Path memoryFile = directory.resolve(name + ".memory");
    Path settingsFile = directory.resolve(name + ".json");
    Path argumentFile = directory.resolve(name + ".args");
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      // A string takes two bytes per character.
      SharedMemory memory =
          SharedMemory.create(
              memoryFile,
              (int) Math.min(Integer.MAX_VALUE / 2, 2L * settings.maxLength() + MEMORY_MARGIN));
      server.bind(UnixDomainSocketAddress.of(socket));
      new WorkerSettings(
              socket.toString(),
              token,
              memoryFile.toString(),
              settings.timeout().toMillis(),
              settings.includes(),
              settings.excludes())
          .write(settingsFile);
      Process process = WorkerCommand.of(jvm, settingsFile, argumentFile).start();
      started.accept(process);
      process.getOutputStream().close();
      OutputTail output = new OutputTail(process.getInputStream(), name + "-output");
      CompletableFuture<Void> unused = process.onExit().thenRun(() -> closeQuietly(server));
      boolean ready = false;
      try {
        WorkerClient client =
            new WorkerClient(process, output, memory, new MessageChannel(server.accept()));
        client.expectHello(token);
        ready = true;
        return client;
      } catch (ClosedChannelException | EOFException e) {
        throw endedEarly(process, output, argumentFile, e);
      } finally {
        if (!ready) {
          process.destroyForcibly().onExit().join();
        }
      }
    } catch (IOException e) {
      throw new CoordinatorException("cannot start a worker with " + jvm.java() + ": " + e, e);
    }
  }

  private static CoordinatorException endedEarly(
      Process process, OutputTail output, Path argumentFile, IOException cause) throws IOException {
    // The connection ends a little earlier than the process.
    process.onExit().completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
    output.await();
    return new CoordinatorException(
        "a worker ended before it was ready"
            + (process.isAlive() ? "" : ", with exit status " + process.exitValue())
            + "; its arguments:\n"
            + String.join(" ", Files.readAllLines(argumentFile))
            + "\nits output:\n"
            + output.text(),
        cause);
  }

  private static void closeQuietly(ServerSocketChannel server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expectHello(String token) throws IOException, CoordinatorException {
    Response first = channel.receiveResponse();
    if (!(first instanceof Response.Hello hello) || !token.equals(hello.token())) {
      throw new CoordinatorException("something that is no worker of ours connected: " + first);
    }
    String version = WorkerClient.class.getPackage().getImplementationVersion();
    if (version != null && !version.equals(hello.version())) {
      throw new CoordinatorException(
          "the worker runs fuzz-runtime " + hello.version() + ", the plugin " + version);
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
      return response;
    } catch (ProtocolException e) {
      kill();
      throw new CoordinatorException(
          "communicating with a worker: " + e.getMessage() + "\nits output:\n" + output.text(), e);
    } catch (IOException e) {
      throw died();
    }
  }

  private WorkerDiedException died() {
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    output.await();
    return new WorkerDiedException(process.isAlive() ? -1 : process.exitValue(), output.text());
  }

  /** What the worker tells of the execution under way. */
  SharedMemory memory() {
    return memory;
  }

  /** The end of what it printed. */
  String output() {
    return output.text();
  }

  /** Ends the process at once; a call under way fails. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    try {
      // The worker halts as the connection ends.
      channel.close();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
