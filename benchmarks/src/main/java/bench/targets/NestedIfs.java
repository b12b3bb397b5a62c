// SPDX-License-Identifier: Apache-2.0
package bench.targets;

/** Compares byte after byte, so that each step is new coverage. */
public final class NestedIfs {
  /** Keeps the compiler from leaving all of it out. */
  public static volatile int depth;

  private NestedIfs() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 5) {
      depth = 1;
      if (data[0] == 'n') {
        depth = 2;
        if (data[1] == 'e') {
          depth = 3;
          if (data[2] == 's') {
            depth = 4;
            if (data[3] == 't') {
              depth = 5;
              if (data[4] == data[5]) {
                depth = 6;
              }
            }
          }
        }
      }
    }
  }
}
