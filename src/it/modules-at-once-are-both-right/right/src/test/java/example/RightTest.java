// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

class RightTest {
  /** Only one that runs at the same time can come. */
  @BeforeAll
  static void meetTheOther() throws Exception {
    Files.writeString(Path.of("..", "right-is-here"), "");
    while (Files.notExists(Path.of("..", "left-is-here"))) {
      Thread.sleep(10);
    }
  }

  @FuzzTest
  void spells(byte[] word) {
    if (word.length > 2 && word[0] == 's') {
      if (word[1] == 'k') {
        if (word[2] == 'y') {
          throw new IllegalStateException("right");
        }
      }
    }
  }
}
