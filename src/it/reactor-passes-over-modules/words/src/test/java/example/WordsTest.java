// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @FuzzTest
  @ValueSource(strings = "word")
  void counts(String text) {
    Base.count(text);
  }
}
