// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain text",
        "a|bc|",
        "(?:GET|POST|HEAD) /[a-z]+ HTTP/1\\.[01]",
        "^\\d{4}-\\d{2}-\\d{2}T\\d\\d:\\d\\d(:\\d\\d)?Z$",
        "[^abc]x{2,}y{0,3}?z++",
        "[]a]",
        "[\\]\\[&&[^a-z]]+",
        "[a-f[0-9]]{8}(-[a-f0-9]{4}){3}",
        "\\Q(.*)[\\E.?",
        "(?<quote>['\"]).*\\k<quote>",
        "(a|b)(c)\\1\\2",
        "(?i)content-type:\\s*(?:text|image)/\\w+",
        "(?i:x)(?=y)?y",
        "\\p{Lu}\\p{javaLowerCase}\\pN\\x41\\x{42}\\u0043\\t\\cA",
        "\\bword\\B\\w\\b",
        "[\u4e00-\u9fff]+",
        "",
        "a{3}b{2,4}c"
      })
  void examples_match(String expression) {
    assertThat(Examples.of(expression))
        .isNotEmpty()
        .allMatch(example -> Pattern.compile(expression).matcher(example).matches());
  }

  @Test
  void examples_takeEveryAlternativeAndRepeat() {
    assertThat(Examples.of("(ab|c|d?)e*")).contains("ab", "ce", "de", "abee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a{x}", "[a", "\\", "(?", "a{99999999999}", "\\x", "[z-a]", "[[a]b&&]"})
  void malformedExpression_hasNone(String expression) {
    assertThat(Examples.of(expression)).isEmpty();
  }

  @Test
  void examples_areBounded() {
    assertThat(Examples.of("((((a{60}){60}){60}){60}){60}"))
        .allMatch(example -> example.length() < 1 << 15);
    assertThat(Examples.of("a".repeat(10_000))).isEmpty();
    assertThat(Examples.of("(".repeat(4_000))).isEmpty();
    assertThat(Examples.of("[".repeat(4_000))).isEmpty();
  }
}
