// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import java.nio.charset.StandardCharsets;
import org.json.simple.parser.JSONParser;
import org.json.simple.parser.ParseException;

/** Reads JSON with json-simple 1.1.1. */
public final class JsonSimple {
  private JsonSimple() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      var unused = new JSONParser().parse(new String(data, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      // No JSON: that is no failure.
    }
  }
}
