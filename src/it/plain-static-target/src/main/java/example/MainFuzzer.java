// SPDX-License-Identifier: Apache-2.0
package example;

public class MainFuzzer {
  private static int seen;

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 3) {
      seen++;
    }
    if (data.length > 10 && data[0] < 0) {
      seen++;
    }
  }
}
