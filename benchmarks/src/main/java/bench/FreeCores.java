// SPDX-License-Identifier: Apache-2.0
package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How many cores nobody else is using, by Linux's /proc. */
final class FreeCores {
  private static final int IDLE = 3;
  private static final long MILLIS = 2000;

  private FreeCores() {}

  static double now() throws IOException, InterruptedException {
    long[] before = ticks();
    Thread.sleep(MILLIS);
    long[] after = ticks();
    double all = Arrays.stream(after).sum() - Arrays.stream(before).sum();
    return (after[IDLE] - before[IDLE]) / all * Runtime.getRuntime().availableProcessors();
  }

  private static long[] ticks() throws IOException {
    String total = Files.readAllLines(Path.of("/proc/stat")).get(0);
    return Arrays.stream(total.split(" +", -1)).skip(1).mapToLong(Long::parseLong).toArray();
  }
}
