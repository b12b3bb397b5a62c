// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Halt;
import io.github.mavenfuzz.protocol.MessageChannel;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.protocol.WorkerSettings;
import io.github.mavenfuzz.worker.Watchdog.Patience;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The main program of a worker: connects to the coordinator and serves it. */
public final class WorkerMain {

  /** The name of the thread that waits for calls. */
  static final String READER = "fuzz-reader";

  private final WorkerSettings settings;
  private final SharedMemory memory;
  private final MessageChannel channel;
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

  private WorkerMain(WorkerSettings settings) throws IOException {
    this.settings = settings;
    this.memory = SharedMemory.open(Path.of(settings.memory()));
    this.channel =
        new MessageChannel(
            SocketChannel.open(UnixDomainSocketAddress.of(Path.of(settings.socket()))));
  }

  /** Called by the JVM, with the path of the {@link WorkerSettings}. */
  public static void main(String[] args) throws IOException {
    ignoreInterrupts();
    new WorkerMain(WorkerSettings.read(Path.of(args[0]))).start();
  }

  /**
   * Ctrl-C, and what ends a CI job, reach the whole process group: the coordinator decides what
   * they mean, and a worker has still to tear its target down.
   */
  private static void ignoreInterrupts() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method handle = signal.getMethod("handle", signal, handler);
      Object ignore = handler.getField("SIG_IGN").get(null);
      for (String name : List.of("INT", "TERM")) {
        handle.invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Without it an interrupt ends the worker at once, which loses at most one slice.
      System.err.println("fuzz: cannot ignore interrupts: " + e);
    }
  }

  private void start() throws IOException {
    // The first time takes memory, of which there is none when it matters.
    memory.announce(Halt.NONE);
    TargetOutput.install(memory);
    Thread reader = new UninterruptibleThread(this::read, READER);
    Watchdog watchdog = new Watchdog(memory, Standstill::of, this::hung);
    WorkerServer server =
        new WorkerServer(
            channel,
            calls,
            WorkerAgent.probes(),
            WorkerAgent.strays(),
            memory,
            watchdog,
            new Patience(
                "setting the target up",
                "fuzz.setuptimeout",
                Duration.ofMillis(settings.setUpMillis())),
            new Patience(
                "an execution", "fuzz.timeout", Duration.ofMillis(settings.timeoutMillis())),
            this::fail);
    FuzzThread target = new FuzzThread(() -> serve(server), server);
    String version = WorkerMain.class.getPackage().getImplementationVersion();
    channel.send(new Response.Hello(settings.token(), version == null ? "development" : version));
    target.start();
    watchdog.start();
    reader.start();
  }

  private void serve(WorkerServer server) {
    try {
      server.run();
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void halt(Halt reason) {
    try {
      memory.announce(reason);
    } finally {
      Runtime.getRuntime().halt(reason.status());
    }
  }

  /** Ends this JVM for something that left this library's own code. */
  private void fail(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      halt(Halt.OUT_OF_MEMORY);
    }
    try {
      thrown.printStackTrace();
    } finally {
      halt(Halt.INTERNAL_ERROR);
    }
  }

  /** Hands calls on; when the coordinator is gone, or wants this worker no more, so is this JVM. */
  private void read() {
    try {
      while (true) {
        calls.add(channel.receiveCall());
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    } catch (Throwable e) {
      fail(e);
    }
  }

  private void hung(Patience patience, Standstill standstill) {
    try {
      channel.send(new Response.Hung(Failures.timeout(patience, standstill)));
    } catch (IOException | OutOfMemoryError e) {
      // The coordinator is gone, or learns from the announcement alone.
    } finally {
      halt(Halt.HUNG);
    }
  }
}
