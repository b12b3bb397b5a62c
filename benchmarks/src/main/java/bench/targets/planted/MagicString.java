// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

import java.nio.charset.StandardCharsets;

/** Fails for a long text behind a prefix, which the JDK compares and not the target. */
public final class MagicString {
  private MagicString() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (text.startsWith("password: ")) {
      if (text.substring(10).equals("seven wet dogs under one umbrella")) {
        throw new IllegalStateException("the password is known");
      }
    }
  }
}
