// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {
  /** As JDK 19 and later write them; older JDKs may write more digits. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0",
        "-0.0",
        "1.0",
        "-1.5",
        "100.0",
        "0.001",
        "9999999.0",
        "1.0E7",
        "9.99E-4",
        "1.0E10",
        "-1.25E100",
        "4.9E-324",
        "1.7976931348623157E308",
        "0.1",
        "123456.789",
        "2.2250738585072014E-308",
        "2.0E23",
        "1.0E23",
        "2.4703E-320"
      })
  void of_double_isShortest(String text) {
    assertThat(ShortestDecimal.of(Double.parseDouble(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0", "-0.0", "1.5", "0.1", "1.4E-45", "3.4028235E38", "1.0E10", "3.3E7"})
  void of_float_isShortest(String text) {
    assertThat(ShortestDecimal.of(Float.parseFloat(text))).isEqualTo(text);
  }

  @Test
  void of_randomNumbers_readsBackAndIsNoLongerThanTheJdks() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      float small = Float.intBitsToFloat(random.nextInt());
      if (Double.isFinite(number) && Float.isFinite(small)) {
        assertThat(Double.parseDouble(ShortestDecimal.of(number))).isEqualTo(number);
        assertThat(Float.parseFloat(ShortestDecimal.of(small))).isEqualTo(small);
        assertThat(ShortestDecimal.of(number))
            .hasSizeLessThanOrEqualTo(Double.toString(number).length());
        assertThat(ShortestDecimal.of(small))
            .hasSizeLessThanOrEqualTo(Float.toString(small).length());
      }
    }
  }
}
