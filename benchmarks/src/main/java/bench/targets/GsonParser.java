// SPDX-License-Identifier: Apache-2.0
package bench.targets;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;

/** Reads JSON with gson, which throws an exception of its own for most inputs. */
public final class GsonParser {
  private GsonParser() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      var unused = JsonParser.parseString(new String(data, StandardCharsets.UTF_8));
    } catch (JsonParseException e) {
      // No JSON: that is no failure.
    }
  }
}
