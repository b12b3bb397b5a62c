// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads JSON with Jackson 2.9.0. */
public final class JacksonJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JacksonJson() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      var unused = MAPPER.readTree(data);
    } catch (IOException e) {
      // No JSON: that is no failure.
    }
  }
}
