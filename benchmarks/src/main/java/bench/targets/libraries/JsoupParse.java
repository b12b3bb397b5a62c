// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;

/** Reads HTML with jsoup 1.14.1, which takes any text. */
public final class JsoupParse {
  private JsoupParse() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    var unused = Jsoup.parse(new String(data, StandardCharsets.UTF_8));
  }
}
