// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Instrumentation;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.protocol.Technique;
import io.github.mavenfuzz.protocol.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker as a process of the operating system: what it was started with, and how it ends. */
final class WorkerProcess {

  /**
   * How to instrument, and for how long things may take.
   *
   * @param setUp the longest that setting a target up may take
   * @param timeout the longest that one execution may take
   * @param reports where a crash of the JVM is kept
   * @param maxLength the largest input, in bytes, that has to fit into the shared memory
   * @param instrumentation what to put into classes
   */
  record Settings(
      Duration setUp,
      Duration timeout,
      Path reports,
      int maxLength,
      Instrumentation instrumentation,
      List<String> includes,
      List<String> excludes) {

    /** Those of a campaign's workers: of those that search, and of those that only replay. */
    static Settings of(CoordinatorOptions options, boolean searching) {
      return new Settings(
          options.setUpTimeout(),
          options.timeout(),
          options.reportDirectory(),
          options.maxLength(),
          searching ? searchers(options) : Instrumentation.EXITS,
          options.includes(),
          options.excludes());
    }

    private static Instrumentation searchers(CoordinatorOptions options) {
      return options.without().contains(Technique.HOOKS)
          ? Instrumentation.PROBES
          : Instrumentation.HOOKS;
    }

    /** How large the memory has to be: a string takes two bytes per character. */
    int capacity() {
      return (int) Math.min(Integer.MAX_VALUE / 2, 2L * maxLength + MEMORY_MARGIN);
    }
  }

  /** What the coordinator and one worker share, and what only the worker writes. */
  private record SharedFiles(Path socket, Path memory, Path settings, Path arguments, Path errors) {
    static SharedFiles of(WorkDirectory directory, String name) {
      return new SharedFiles(
          directory.resolve(name + ".s"),
          directory.resolve(name + ".memory"),
          directory.resolve(name + ".json"),
          directory.resolve(name + ".args"),
          directory.resolve(name + ".hs_err"));
    }

    /** Removes them; what cannot be removed goes with the directory. */
    void delete() {
      for (Path file : List.of(socket, memory, settings, arguments, errors)) {
        boolean unused = file.toFile().delete();
      }
    }
  }

  private static final int TOKEN_BYTES = 16;

  /** Lengths and numbers around the bytes of an input. */
  private static final int MEMORY_MARGIN = 1 << 16;

  /** How much later than its connection a process may end. */
  private static final int LATER_SECONDS = 2;

  private final SharedFiles files;
  private final String token;
  private final Path reports;
  private final SharedMemory memory;
  private final Process process;
  private final OutputTail output;

  private WorkerProcess(
      SharedFiles files, String token, Path reports, SharedMemory memory, Process process) {
    this.files = files;
    this.token = token;
    this.reports = reports;
    this.memory = memory;
    this.process = process;
    this.output = new OutputTail(process.getInputStream(), memory, "fuzz-output-" + process.pid());
  }

  /** Where a worker of that name connects to. */
  static Path socket(WorkDirectory directory, String name) {
    return SharedFiles.of(directory, name).socket();
  }

  /** Starts a worker, which then connects to its socket. */
  static WorkerProcess start(String name, WorkerJvm jvm, WorkDirectory directory, Settings settings)
      throws IOException, CoordinatorException {
    SharedFiles files = SharedFiles.of(directory, name);
    String token = newToken();
    SharedMemory memory;
    ProcessBuilder command;
    try {
      memory = SharedMemory.create(files.memory(), settings.capacity());
      new WorkerSettings(
              files.socket().toString(),
              token,
              files.memory().toString(),
              settings.setUp().toMillis(),
              settings.timeout().toMillis(),
              settings.instrumentation(),
              settings.includes(),
              settings.excludes(),
              WorkerCommand.unencodable(jvm, WorkerCommand.encoding()))
          .write(files.settings());
      command = WorkerCommand.of(jvm, files.settings(), files.arguments(), files.errors());
    } catch (IOException e) {
      throw WorkDirectory.unusable(directory.path(), e);
    }
    Process process = command.start();
    process.getOutputStream().close();
    return new WorkerProcess(files, token, settings.reports(), memory, process);
  }

  private static String newToken() {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  /** The secret that the worker was started with. */
  String token() {
    return token;
  }

  /** What the worker tells of the execution under way. */
  SharedMemory memory() {
    return memory;
  }

  Process process() {
    return process;
  }

  OutputTail output() {
    return output;
  }

  /**
   * Waits for its end, which is due: its connection has ended.
   *
   * @param hung what it said, if it ended because something took too long
   */
  WorkerDiedException died(@Nullable Failure hung) {
    try {
      if (!process.waitFor(LATER_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    output.await();
    return new WorkerDiedException(
        process.isAlive() ? -1 : process.exitValue(),
        memory.halt(),
        hung,
        JvmCrash.read(files.errors(), reports),
        output.text(),
        arguments());
  }

  private String arguments() {
    try {
      return String.join(" ", Files.readAllLines(files.arguments(), WorkerCommand.encoding()));
    } catch (IOException e) {
      return "not to be read any more: " + e;
    }
  }

  /** Ends it at once, and waits until it has ended. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Lets it end by itself, but not for long; removes what it was started with. */
  void close() {
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      files.delete();
    }
  }
}
