// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs a process to its end, or to its end's time, and tells when it printed what. */
final class TimedProcess {

  /** Gets what a process prints. */
  interface LineListener {
    /** Called for each line, so many seconds after the start. */
    void line(double seconds, String line);
  }

  /**
   * A process that has ended.
   *
   * @param killed whether it had to be
   */
  record Ended(int exitCode, double seconds, boolean killed) {

    /** What is told of one that was killed. */
    String overstayed() {
      return String.format(Locale.ROOT, "overstayed, killed after %.0f s", seconds);
    }
  }

  private static final Duration LAST_LINES = Duration.ofSeconds(5);

  private TimedProcess() {}

  /**
   * Runs a process.
   *
   * @param directory where it runs
   * @param limit when it is killed, with all that it has started
   * @param log a file for its output
   */
  static Ended run(
      Path directory, List<String> command, Duration limit, Path log, LineListener listener)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      Thread reader = new Thread(() -> read(process, start, log, listener), "output");
      reader.setDaemon(true);
      reader.start();
      boolean killed = !process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      double seconds = secondsSince(start);
      if (killed) {
        kill(process);
      }
      // Not for ever: a process that it left behind may hold its output open.
      reader.join(LAST_LINES.toMillis());
      return new Ended(process.waitFor(), seconds, killed);
    } finally {
      kill(process);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void read(Process process, long start, Path log, LineListener listener) {
    // Every byte is a char there: targets may print anything.
    try (BufferedReader lines = process.inputReader(StandardCharsets.ISO_8859_1);
        Writer copy = Files.newBufferedWriter(log, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        double seconds = secondsSince(start);
        copy.write(String.format(Locale.ROOT, "%.2f %s%n", seconds, line));
        listener.line(seconds, line);
      }
    } catch (IOException e) {
      // Killed: its last lines are lost, and whoever killed it tells.
      return;
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
