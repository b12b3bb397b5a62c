// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseTest {
  @FuzzTest
  @ValueSource(strings = {"hello", "\u4f60\u597d"}) // any JUnit argument source is a seed
  void reversingKeepsTheStringWellFormed(String s) {
    if (isWellFormed(s)) {
      assertTrue(isWellFormed(Reverse.reverse(s)));
    }
  }

  private static boolean isWellFormed(String s) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(s);
  }
}
