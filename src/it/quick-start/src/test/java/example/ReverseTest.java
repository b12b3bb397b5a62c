// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseTest {

  @FuzzTest
  @ValueSource(strings = {"hello", "\u4f60\u597d"})
  void reversingKeepsTheStringWellFormed(String s) {
    assumeTrue(isWellFormed(s));
    assertTrue(isWellFormed(Reverse.reverse(s)), "reversed, it has half a surrogate pair");
  }

  private static boolean isWellFormed(String s) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(s);
  }
}
