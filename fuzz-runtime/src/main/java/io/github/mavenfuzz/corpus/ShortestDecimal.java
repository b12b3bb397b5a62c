// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The fewest digits that read back as the same finite number, written as {@link Double#toString}
 * writes them since JDK 19. Older JDKs write some numbers with more digits; with them a file's
 * text, hence its name, would depend on the JDK.
 */
final class ShortestDecimal {
  // Digits that always suffice.
  private static final int FLOAT_DIGITS = 9;
  private static final int DOUBLE_DIGITS = 17;

  private ShortestDecimal() {}

  static String of(float value) {
    if (value == 0) {
      return Float.toString(value);
    }
    return shortest(new BigDecimal(value), FLOAT_DIGITS, text -> Float.parseFloat(text) == value);
  }

  static String of(double value) {
    if (value == 0) {
      return Double.toString(value);
    }
    return shortest(
        new BigDecimal(value), DOUBLE_DIGITS, text -> Double.parseDouble(text) == value);
  }

  private static String shortest(BigDecimal exact, int enough, Predicate<String> readsBack) {
    // From two digits on: Double.MIN_VALUE is 4.9E-324 to everybody, though 5E-324 would do.
    for (int digits = 2; digits < enough; digits++) {
      String text = notation(exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
      if (readsBack.test(text)) {
        return text;
      }
    }
    return notation(exact.round(new MathContext(enough, RoundingMode.HALF_EVEN)));
  }

  private static String notation(BigDecimal value) {
    BigDecimal number = value.stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= -3 && exponent < 7) {
      return (number.scale() < 1 ? number.setScale(1) : number).toPlainString();
    }
    String digits = number.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
  }
}
