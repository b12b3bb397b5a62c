// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

/** Fails for eight bytes that are compared one after the other. */
public final class FuzzBytes {
  private static final String WORD = "planted!";

  private FuzzBytes() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < WORD.length()) {
      return;
    }
    // Not a loop: each comparison is a branch of its own.
    if (data[0] == 'p' && data[1] == 'l' && data[2] == 'a' && data[3] == 'n') {
      if (data[4] == 't' && data[5] == 'e' && data[6] == 'd' && data[7] == '!') {
        throw new IllegalStateException(WORD);
      }
    }
  }
}
