// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.JSONException;
import java.nio.charset.StandardCharsets;

/** Reads JSON with fastjson 1.2.75. */
public final class FastJson {
  private FastJson() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      var unused = JSON.parse(new String(data, StandardCharsets.UTF_8));
    } catch (JSONException e) {
      // No JSON: that is no failure.
    }
  }
}
