// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void whatIsSeen_staysAsItIs() {
    String text = "\tA line\nand another: \u00e9 \u4f60 \uD83D\uDE00";
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @Test
  void whatControlsATerminal_isEscaped() {
    assertThat(Printable.of("\u001b[2J\u0007\u0000\u009b"))
        .isEqualTo("\\u001b[2J\\u0007\\u0000\\u009b");
    assertThat(Printable.of("a\r\n")).isEqualTo("a\n");
  }

  @Test
  void whatMakesTextLookLikeOther_isEscaped() {
    assertThat(Printable.of("\u202e\u2066\u200b\u2028\u2029"))
        .isEqualTo("\\u202e\\u2066\\u200b\\u2028\\u2029");
  }

  @Test
  void line_isOne() {
    assertThat(Printable.line("a\nb")).isEqualTo("a\\nb");
  }
}
