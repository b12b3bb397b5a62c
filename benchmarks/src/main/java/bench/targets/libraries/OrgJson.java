// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import java.nio.charset.StandardCharsets;
import org.json.JSONException;
import org.json.JSONObject;

/** Reads JSON with org.json 20180130 and writes it. */
public final class OrgJson {
  private OrgJson() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      var unused = new JSONObject(new String(data, StandardCharsets.UTF_8)).toString();
    } catch (JSONException e) {
      // No JSON: that is no failure.
    }
  }
}
