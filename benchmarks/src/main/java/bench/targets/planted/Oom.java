// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

/** Takes all memory for one word. */
public final class Oom {
  private static final int MEGABYTE = 1 << 20;

  private Oom() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 3 && data[0] == 'm') {
      if (data[1] == 'o') {
        if (data[2] == 'r') {
          if (data[3] == 'e') {
            Object[] hoard = {};
            while (true) {
              hoard = new Object[] {hoard, new byte[MEGABYTE]};
            }
          }
        }
      }
    }
  }
}
