// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import com.google.json.JsonSanitizer;
import java.nio.charset.StandardCharsets;

/** What json-sanitizer 1.2.0 has sanitized, it must not change again. */
public final class JsonSanitizeIdem {
  private static final int DEEPEST = 10;

  private JsonSanitizeIdem() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    String once;
    try {
      once = JsonSanitizer.sanitize(new String(data, StandardCharsets.UTF_8), DEEPEST);
    } catch (ArrayIndexOutOfBoundsException e) {
      // How it says that the input is nested too deeply.
      return;
    }
    if (!JsonSanitizer.sanitize(once, DEEPEST).equals(once)) {
      throw new IllegalStateException("sanitized twice it is another");
    }
  }
}
