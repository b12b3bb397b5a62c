// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryFileTest {

  private static List<String> parse(String text) throws MalformedEntryException {
    return DictionaryFile.parse(text.getBytes(ISO_8859_1));
  }

  @Test
  void tokens_areOnePerLine() throws MalformedEntryException {
    assertThat(parse("# AFL's\n\n\"GET \"\r\n  kw1=\"POST\"  \nheader_png@2 = \"\\x89PNG\"\n"))
        .containsExactly("GET ", "POST", "\u0089PNG");
    assertThat(parse("")).isEmpty();
    assertThat(parse("\u00EF\u00BB\u00BF\"GET \"")).containsExactly("GET ");
  }

  @Test
  void escapes_areBytes() throws MalformedEntryException {
    assertThat(parse("\"\\\\ \\\" \\x00\\xfF\"")).containsExactly("\\ \" \u0000\u00ff");
    assertThat(parse("\"\u00ff#=\"")).containsExactly("\u00ff#=");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET, is not a token",
        "\"GET, is not a token",
        "a b=\"GET\", is not a token",
        "\"\", the token is empty",
        "\"a\"b\", a quote within a token",
        "\"a\\n\", a backslash is followed by",
        "\"a\\x1\", a backslash is followed by",
        "\"a\\xg1\", a backslash is followed by"
      })
  void otherLines_areNamedWithTheReason(String line, String reason) {
    assertThatExceptionOfType(MalformedEntryException.class)
        .isThrownBy(() -> parse("\"fine\"\n" + line))
        .withMessageStartingWith("line 2: ")
        .withMessageContaining(reason);
  }

  @Test
  void token_isInUtf8() {
    assertThat(DictionaryFile.token("\u20ac")).isEqualTo("\u00e2\u0082\u00ac");
  }
}
