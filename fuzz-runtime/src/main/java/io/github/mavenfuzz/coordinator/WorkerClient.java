// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.MessageChannel;
import io.github.mavenfuzz.protocol.ProtocolException;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.protocol.WorkerSettings;
import io.github.mavenfuzz.targets.TargetId;
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
import org.jspecify.annotations.Nullable;

/**
 * One worker process, from the Maven JVM's side: its start, its calls, its end. Calls are made by
 * one thread; {@link #memory} and {@link #kill} are for any.
 */
final class WorkerClient implements AutoCloseable {

  /**
   * How to instrument, and for how long things may take.
   *
   * @param setUp the longest that setting a target up may take
   * @param timeout the longest that one execution may take
   * @param maxLength the largest input, in bytes, that has to fit into the shared memory
   */
  record Settings(
      Duration setUp,
      Duration timeout,
      int maxLength,
      List<String> includes,
      List<String> excludes) {
    static Settings of(CoordinatorOptions options) {
      return new Settings(
          options.setUpTimeout(),
          options.timeout(),
          options.maxLength(),
          options.includes(),
          options.excludes());
    }

    /** How large the memory has to be: a string takes two bytes per character. */
    int capacity() {
      return (int) Math.min(Integer.MAX_VALUE / 2, 2L * maxLength + MEMORY_MARGIN);
    }
  }

  /** The files that one worker is started with. */
  private record WorkerFiles(Path socket, Path memory, Path settings, Path arguments) {
    static WorkerFiles of(WorkDirectory directory, String name) {
      return new WorkerFiles(
          directory.resolve(name + ".sock"),
          directory.resolve(name + ".memory"),
          directory.resolve(name + ".json"),
          directory.resolve(name + ".args"));
    }

    /** Removes them; what cannot be removed goes with the directory. */
    void delete() {
      for (Path file : List.of(socket, memory, settings, arguments)) {
        boolean unused = file.toFile().delete();
      }
    }
  }

  private static final int TOKEN_BYTES = 16;

  /** Lengths and numbers around the bytes of an input. */
  private static final int MEMORY_MARGIN = 1 << 16;

  private final Process process;
  private final OutputTail output;
  private final SharedMemory memory;
  private final MessageChannel channel;
  private final WorkerFiles files;

  private WorkerClient(
      Process process,
      OutputTail output,
      SharedMemory memory,
      MessageChannel channel,
      WorkerFiles files) {
    this.process = process;
    this.output = output;
    this.memory = memory;
    this.channel = channel;
    this.files = files;
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
      Settings settings,
      Consumer<Process> started)
      throws CoordinatorException {
    WorkerFiles files = WorkerFiles.of(directory, name);
    String token = token();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      SharedMemory memory = SharedMemory.create(files.memory(), settings.capacity());
      server.bind(UnixDomainSocketAddress.of(files.socket()));
      new WorkerSettings(
              files.socket().toString(),
              token,
              files.memory().toString(),
              settings.setUp().toMillis(),
              settings.timeout().toMillis(),
              settings.includes(),
              settings.excludes(),
              WorkerCommand.unencodable(jvm, WorkerCommand.encoding()))
          .write(files.settings());
      Process process = WorkerCommand.of(jvm, files.settings(), files.arguments()).start();
      started.accept(process);
      process.getOutputStream().close();
      OutputTail output = new OutputTail(process.getInputStream(), name + "-output");
      CompletableFuture<Void> unused = process.onExit().thenRun(() -> closeQuietly(server));
      return meet(server, process, output, memory, files, token);
    } catch (IOException e) {
      throw new CoordinatorException("cannot start a worker with " + jvm.java() + ": " + e, e);
    }
  }

  private static String token() {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** Waits for the worker at the door, and looks at its papers. */
  private static WorkerClient meet(
      ServerSocketChannel server,
      Process process,
      OutputTail output,
      SharedMemory memory,
      WorkerFiles files,
      String token)
      throws IOException, CoordinatorException {
    boolean ready = false;
    try {
      MessageChannel channel = new MessageChannel(server.accept());
      WorkerClient client = new WorkerClient(process, output, memory, channel, files);
      client.expectHello(token);
      ready = true;
      return client;
    } catch (ClosedChannelException | EOFException e) {
      throw endedEarly(process, output, memory, files.arguments());
    } finally {
      if (!ready) {
        process.destroyForcibly().onExit().join();
      }
    }
  }

  private static CoordinatorException endedEarly(
      Process process, OutputTail output, SharedMemory memory, Path argumentFile)
      throws IOException {
    // The connection ends a little earlier than the process.
    process.onExit().completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
    output.await();
    WorkerDiedException death =
        new WorkerDiedException(process.exitValue(), memory.halt(), null, output.text());
    return new CoordinatorException(
        "a worker ended before it was ready, with exit status "
            + death.exitCode()
            + "; its arguments:\n"
            + String.join(" ", Files.readAllLines(argumentFile, WorkerCommand.encoding()))
            + "\nits output:\n"
            + death.output(),
        death);
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
   * Sets the target up.
   *
   * @throws CoordinatorException if that cannot be; caused by a {@link WorkerDiedException} if the
   *     worker did not survive it
   */
  Response.Opened open(TargetId target) throws CoordinatorException {
    try {
      Response response = call(new Call.Open(target), progress -> {});
      if (response instanceof Response.Opened opened) {
        return opened;
      }
      throw new CoordinatorException(
          target
              + " cannot be set up:\n"
              + (response instanceof Response.Failed failed
                  ? failed.message()
                  : response + "\nits output:\n" + output.text()));
    } catch (WorkerDiedException e) {
      throw new CoordinatorException(
          e.isHung()
              ? target + " cannot be set up: " + e.asFailure().trace()
              : "the worker ended while it set up "
                  + target
                  + ", with exit status "
                  + e.exitCode()
                  + "; its output:\n"
                  + e.output(),
          e);
    }
  }

  /** Tears the target down; returns what went wrong with that, if something did. */
  @Nullable String leave() throws CoordinatorException {
    try {
      Response response = call(new Call.Close(), progress -> {});
      if (response instanceof Response.Closed closed) {
        return closed.problem();
      }
      throw new CoordinatorException("a worker answered " + response);
    } catch (WorkerDiedException e) {
      return e.getMessage() + "; its output:\n" + e.output();
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
        throw died(hung.failure());
      }
      return withOutput(response);
    } catch (ProtocolException e) {
      kill();
      throw new CoordinatorException(
          "communicating with a worker: " + e.getMessage() + "\nits output:\n" + output.text(), e);
    } catch (IOException e) {
      throw died(null);
    }
  }

  /** What a target prints before it exits often says why. */
  private Response withOutput(Response response) {
    if (response instanceof Response.Replayed replayed
        && replayed.failure() != null
        && replayed.failure().kind() == Failure.Kind.EXIT) {
      return new Response.Replayed(replayed.failure().withOutput(output.quietText()));
    }
    return response;
  }

  private WorkerDiedException died(@Nullable Failure hung) {
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    output.await();
    return new WorkerDiedException(
        process.isAlive() ? -1 : process.exitValue(), memory.halt(), hung, output.text());
  }

  /** What the worker tells of the execution under way. */
  SharedMemory memory() {
    return memory;
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
    } finally {
      files.delete();
    }
  }
}
