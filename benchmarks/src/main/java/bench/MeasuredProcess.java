// SPDX-License-Identifier: Apache-2.0
package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a process to its end and measures it and its children, with Linux's /proc. */
final class MeasuredProcess {

  /**
   * What a process and its children used.
   *
   * @param wallSeconds from start to end
   * @param cpuSeconds user and system, all of them together
   * @param peakMegabytes the most that its largest child was resident with; its own if it had none
   */
  record Usage(double wallSeconds, double cpuSeconds, double peakMegabytes) {}

  /** A process that has ended. */
  record Ended(int exitCode, String output, Usage usage) {}

  private static final long SAMPLE_MILLIS = 50;

  /** Linux's USER_HZ, the same on all of its platforms that a JVM runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private MeasuredProcess() {}

  static Ended run(Path directory, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "output", ".txt");
    double cpuBefore = cpuOfEndedChildren();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    Map<Long, Double> peaks = new HashMap<>();
    do {
      Stream.concat(Stream.of(process.toHandle()), process.descendants())
          .forEach(one -> peaks.merge(one.pid(), peakMegabytes(one.pid()), Math::max));
    } while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS));
    double wall = (System.nanoTime() - start) / 1e9;
    Double own = peaks.remove(process.pid());
    double peak = peaks.values().stream().mapToDouble(Double::doubleValue).max().orElse(own);
    Usage usage = new Usage(wall, cpuOfEndedChildren() - cpuBefore, peak);
    return new Ended(process.exitValue(), Files.readString(output), usage);
  }

  /** The sum over all that this process has started and that has ended, and their children. */
  private static double cpuOfEndedChildren() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    // From the third field on: the second, the name, may hold spaces.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    int cutime = 16 - 3;
    return (Long.parseLong(fields[cutime]) + Long.parseLong(fields[cutime + 1])) / TICKS_PER_SECOND;
  }

  private static double peakMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      // It has ended.
      return 0;
    }
  }
}
