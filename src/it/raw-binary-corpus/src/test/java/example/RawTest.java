// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RawTest {
  private static PrintWriter seen;

  @BeforeAll
  static void open() throws Exception {
    seen = new PrintWriter(Path.of("target", System.getProperty("example.run") + ".txt").toFile());
  }

  @AfterAll
  static void close() {
    seen.close();
  }

  @FuzzTest
  void reads(byte[] data) {
    String hex = HexFormat.of().formatHex(data);
    seen.println(hex);
    String refused = System.getProperty("example.refuse");
    if (refused != null && hex.startsWith(refused)) {
      throw new IllegalArgumentException("refused " + refused);
    }
  }
}
