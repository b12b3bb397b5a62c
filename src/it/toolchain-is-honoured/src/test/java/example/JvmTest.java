// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

class JvmTest {
  @BeforeAll
  static void tell() throws Exception {
    Path file = Path.of("target", System.getProperty("example.run") + ".txt");
    Files.writeString(file, System.getProperty("java.home"));
  }

  @FuzzTest
  void runs(int number) {}
}
