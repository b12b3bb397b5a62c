// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
  private static int seen;

  @FuzzTest
  @ValueSource(strings = "a")
  void counts(String text) {
    for (char c : text.toCharArray()) {
      if (Character.isDigit(c)) {
        seen |= 1;
      } else if (Character.isUpperCase(c)) {
        seen |= 2;
      } else if (c == '\0') {
        seen |= 4;
      } else if (c > 127) {
        seen |= 8;
      }
    }
  }
}
