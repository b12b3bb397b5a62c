// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {
  @FuzzTest
  @CsvSource("(1+2), 7")
  void explores(String text, int number) {
    try {
      Scanner.scan(text);
    } catch (IllegalStateException e) {
      // The other target is for this one.
    }
    if (number > 1000 && number % 7 == 3) {
      Scanner.scan("");
    }
  }

  @FuzzTest
  @ValueSource(strings = "(1+2)")
  void fails(String text) {
    Scanner.scan(text);
  }
}
