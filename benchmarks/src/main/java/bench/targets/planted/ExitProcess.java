// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

/** Ends the JVM for one word. */
public final class ExitProcess {
  private ExitProcess() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 3 && data[0] == 'q') {
      if (data[1] == 'u') {
        if (data[2] == 'i') {
          if (data[3] == 't') {
            System.exit(7);
          }
        }
      }
    }
  }
}
