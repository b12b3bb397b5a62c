// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.ParameterType;
import org.junit.jupiter.api.Test;

class ArgumentConversionTest {

  @Test
  void numbers_areWidened() {
    assertThat(ArgumentConversion.convert((byte) -1, ParameterType.SHORT)).isEqualTo((short) -1);
    assertThat(ArgumentConversion.convert((short) 2, ParameterType.INT)).isEqualTo(2);
    assertThat(ArgumentConversion.convert(3, ParameterType.LONG)).isEqualTo(3L);
    assertThat(ArgumentConversion.convert(4L, ParameterType.FLOAT)).isEqualTo(4f);
    assertThat(ArgumentConversion.convert(0.5f, ParameterType.DOUBLE)).isEqualTo(0.5);
    assertThat(ArgumentConversion.convert('a', ParameterType.INT)).isEqualTo(97);
    assertThat(ArgumentConversion.convert('a', ParameterType.DOUBLE)).isEqualTo(97.0);
  }

  @Test
  void numbers_areNeverNarrowed() {
    assertThat(ArgumentConversion.convert(3, ParameterType.BYTE)).isNull();
    assertThat(ArgumentConversion.convert(3L, ParameterType.INT)).isNull();
    assertThat(ArgumentConversion.convert(3.0, ParameterType.FLOAT)).isNull();
    assertThat(ArgumentConversion.convert(3, ParameterType.CHAR)).isNull();
    assertThat(ArgumentConversion.convert('a', ParameterType.SHORT)).isNull();
    assertThat(ArgumentConversion.convert(3, ParameterType.BOOLEAN)).isNull();
    assertThat(ArgumentConversion.convert(true, ParameterType.INT)).isNull();
    assertThat(ArgumentConversion.convert(java.math.BigInteger.ONE, ParameterType.LONG)).isNull();
  }

  @Test
  void text_isParsed() {
    assertThat(ArgumentConversion.convert("-0x80", ParameterType.BYTE)).isEqualTo((byte) -128);
    assertThat(ArgumentConversion.convert("1_000", ParameterType.INT)).isEqualTo(1000);
    assertThat(ArgumentConversion.convert("NaN", ParameterType.DOUBLE)).isEqualTo(Double.NaN);
    assertThat(ArgumentConversion.convert("True", ParameterType.BOOLEAN)).isEqualTo(true);
    assertThat(ArgumentConversion.convert("\u00e9", ParameterType.BYTES))
        .isEqualTo(new byte[] {(byte) 0xc3, (byte) 0xa9});
  }

  @Test
  void text_thatIsNoValueIsNull() {
    assertThat(ArgumentConversion.convert("yes", ParameterType.BOOLEAN)).isNull();
    assertThat(ArgumentConversion.convert("ab", ParameterType.CHAR)).isNull();
    assertThat(ArgumentConversion.convert("", ParameterType.INT)).isNull();
    assertThat(ArgumentConversion.convert("1.5", ParameterType.LONG)).isNull();
  }

  @Test
  void otherObjects_areNoText() {
    assertThat(ArgumentConversion.convert(1, ParameterType.STRING)).isNull();
    assertThat(ArgumentConversion.convert(ParameterType.INT, ParameterType.STRING))
        .isEqualTo("INT");
  }
}
