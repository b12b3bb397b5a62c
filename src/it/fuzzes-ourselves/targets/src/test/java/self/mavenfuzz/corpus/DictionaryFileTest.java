// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a dictionary looks like: it is malformed, or has tokens of bytes. */
class DictionaryFileTest {

  @FuzzTest
  @ValueSource(strings = {"# none\nkw1=\"GET \"\r\n\"\\xFF\\\\\\\"\""})
  void readsTokensOfBytes(String text) {
    try {
      assertTrue(
          DictionaryFile.parse(text.getBytes(StandardCharsets.UTF_8)).stream()
              .allMatch(token -> !token.isEmpty() && token.chars().allMatch(c -> c <= 0xFF)));
    } catch (MalformedEntryException e) {
      assertTrue(e.getMessage().startsWith("line "));
    }
  }
}
