// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.**, com.acme.a.B, true",
    "com.acme.**, com.acme, false",
    "com.acme.*, com.acme.B, true",
    "com.acme.*, com.acme.b.C, false",
    "**.B, B, true",
    "**.B, a.B, true",
    "**.B, a.b.B, true",
    "**.B, aB, false",
    "a.**.B, a.B, true",
    "a.**.B, a.b.c.B, true",
    "a.**.B, a.bB, false",
    "P?rs*Test, ParserTest, true",
    "P?rs*Test, P.rsTest, false",
    "*, '', true",
    "?, '', false",
    "'', '', true",
    "'', a, false",
    "a.b, aXb, false",
    "[a], a, false",
    "**, a.b.C$D, true"
  })
  void matches_asSurefiresPatternsDo(String pattern, String name, boolean matches) {
    assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
  }

  /** The definition, as a regular expression. */
  @Test
  void matches_whatTheRegularExpressionDoes() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab.*?", 8);
      String name = text(random, "ab.", 10);
      assertThat(NamePattern.of(pattern).matches(name))
          .as("%s on %s", pattern, name)
          .isEqualTo(Pattern.matches(regex(pattern), name));
    }
  }

  private static String text(Random random, String alphabet, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.startsWith("**.", i)) {
        regex.append("(?:.*\\.)?");
        i += 2;
      } else if (pattern.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        char c = pattern.charAt(i);
        regex.append(c == '*' ? "[^.]*" : c == '?' ? "[^.]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }

  /** A regular expression would take longer than there is time. */
  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void matches_inNoTimeWhateverThePattern() {
    assertThat(NamePattern.of("**a".repeat(300) + "b").matches("a".repeat(2_000))).isFalse();
    assertThat(NamePattern.of("*".repeat(999) + "b").matches("a".repeat(2_000))).isFalse();
    assertThat(NamePattern.of("**.".repeat(300) + "b").matches("a.".repeat(1_000) + "b")).isTrue();
  }
}
