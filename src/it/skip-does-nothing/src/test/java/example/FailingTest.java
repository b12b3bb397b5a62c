// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeAll;

class FailingTest {
  @BeforeAll
  static void tell() throws Exception {
    Files.writeString(
        Path.of("forked.txt"),
        System.getProperty("example.run") + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @FuzzTest
  void fails(int number) {
    throw new IllegalStateException("always");
  }
}
