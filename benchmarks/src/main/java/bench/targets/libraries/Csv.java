// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Reads comma-separated values with Commons CSV 1.8, with escapes and comments. */
public final class Csv {
  private static final CSVFormat FORMAT = CSVFormat.DEFAULT.withEscape('\\').withCommentMarker('#');

  private Csv() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try (CSVParser parser = CSVParser.parse(new String(data, StandardCharsets.UTF_8), FORMAT)) {
      var unused = parser.getRecords();
    } catch (IOException e) {
      // No such values: that is no failure.
    }
  }
}
