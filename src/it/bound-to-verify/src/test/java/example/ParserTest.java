// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  @FuzzTest
  @ValueSource(strings = "a")
  void parses(String text) {
    Parser.parse(text);
  }
}
