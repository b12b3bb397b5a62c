// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.comparison;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a regular expression looks like: there are examples of it, short ones, or none. */
class ExamplesTest {

  @FuzzTest
  @ValueSource(
      strings = {
        "^\\d{4}-(0[1-9]|1[0-2])$",
        "[^a-z&&[\\]x]]+?(?<q>['\"])\\k<q>\\1",
        "(?i)\\Q*\\E|\\p{Lu}\\x41{2,3}"
      })
  void makesShortExamplesOrNone(String expression) {
    assertTrue(Examples.of(expression).stream().allMatch(example -> example.length() < 1 << 16));
  }
}
