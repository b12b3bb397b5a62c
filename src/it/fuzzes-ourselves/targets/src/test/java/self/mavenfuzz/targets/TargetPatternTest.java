// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.targets;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a pattern looks like: it is none, or says of every target whether it matches. */
class TargetPatternTest {

  @FuzzTest
  @CsvSource({"ParserTest#parses, com.acme.ParserTest", "'%regex[.*Test], !A*#b+c', A", "com.**, B"})
  void matchesOrNot(String text, String className) {
    TargetPattern pattern;
    try {
      pattern = TargetPattern.parse(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    pattern.matches(new TargetId(TargetId.Kind.FUZZ_TEST, className, "parses", "([B)V"));
    pattern.exactClassNames();
  }
}
