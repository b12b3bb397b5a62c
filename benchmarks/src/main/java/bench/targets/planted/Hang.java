// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

/** Never returns for one word. */
public final class Hang {
  /** Keeps the compiler from leaving the loop out. */
  public static volatile long now;

  private Hang() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 3 && data[0] == 'w') {
      if (data[1] == 'a') {
        if (data[2] == 'i') {
          if (data[3] == 't') {
            while (now >= 0) {
              now = System.nanoTime() & Long.MAX_VALUE;
            }
          }
        }
      }
    }
  }
}
