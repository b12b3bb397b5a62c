// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

import java.nio.charset.StandardCharsets;

/** Reverses a text char by char, which tears apart what takes two chars: Go's tutorial in Java. */
public final class Reverse {
  private Reverse() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    String reversed = reverse(text);
    if (!reverse(reversed).equals(text)) {
      throw new IllegalStateException("twice reversed it is another");
    }
    if (isWellFormed(text) && !isWellFormed(reversed)) {
      throw new IllegalStateException("reversed it is no text");
    }
  }

  private static String reverse(String text) {
    char[] reversed = new char[text.length()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = text.charAt(reversed.length - 1 - i);
    }
    return new String(reversed);
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
