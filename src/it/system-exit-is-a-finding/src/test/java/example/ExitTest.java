// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitTest {
  @FuzzTest
  @ValueSource(strings = "a")
  void exits(String text) {
    if (text.startsWith("x")) {
      System.out.println("leaving");
      System.exit(3);
    }
  }

  @FuzzTest
  @ValueSource(ints = 7)
  void halts(int number) {
    if (number > 1000) {
      Runtime.getRuntime().halt(0);
    }
  }
}
