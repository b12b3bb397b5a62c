// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

class PathTest {
  @BeforeAll
  static void knowsWhereItIs() {
    assertEquals(Path.of("").toAbsolutePath(), Path.of(System.getProperty("basedir")));
    assertTrue(Files.exists(Path.of("pom.xml")));
  }

  static String[] data() throws Exception {
    return new String[] {Files.readString(Path.of(PathTest.class.getResource("/data.txt").toURI()))};
  }

  @FuzzTest
  @MethodSource("data")
  void refuses(String text) {
    if (text.startsWith("!")) {
      if (text.length() > 1 && text.charAt(1) == '?') {
        throw new IllegalArgumentException("bang");
      }
    }
  }
}
