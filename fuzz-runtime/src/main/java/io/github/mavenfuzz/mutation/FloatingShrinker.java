// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.corpus.ParameterType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * Finds a float or double that is simpler to read: a whole number rather than a fraction, then
 * fewer digits, an exponent closer to zero, smaller digits, no sign.
 */
final class FloatingShrinker {
  // Whole numbers up to here are compared as such: every one is a double of its own.
  private static final double WHOLE = 0x1p53;
  private static final double[] ROUND = {1, 10, 100, 1e4, 1e8, 1e16, 1e32, 1e64, 1e128, 1e256};

  private static final Comparator<FloatingValue> SIMPLICITY =
      Comparator.<FloatingValue>comparingInt(FloatingShrinker::kind)
          .thenComparing(FloatingShrinker::compareFinite)
          .thenComparing(FloatingValue::bits, Long::compareUnsigned);

  private final FloatingValue value;
  private final FloatingValue before;
  private final Trial trial;

  FloatingShrinker(FloatingValue value, Trial trial) {
    this.value = value;
    this.trial = trial;
    before = new FloatingValue(value.type());
  }

  /** One pass. */
  void shrink() {
    accept(0.0);
    accept(-current());
    if (!Double.isFinite(current())) {
      notFinite();
    }
    if (Double.isFinite(current())) {
      accept(current() < 0 ? Math.ceil(current()) : Math.floor(current()));
      if (isWhole(current())) {
        new IntegerShrinker((long) current(), this::accept).shrink();
      } else {
        fewerDigits();
        smallerExponent();
        smallerDigits();
      }
    }
  }

  private void notFinite() {
    for (double round : ROUND) {
      if (accept(round) || accept(-round)) {
        return;
      }
    }
    // Also in place of a NaN that has other bits.
    if (!accept(Double.POSITIVE_INFINITY) && !accept(Double.NEGATIVE_INFINITY)) {
      accept(Double.NaN);
    }
  }

  private void fewerDigits() {
    int precision = decimal().precision();
    for (int digits = 1; digits < precision; digits++) {
      BigDecimal exact = decimal();
      if (accept(exact.round(new MathContext(digits, RoundingMode.DOWN)))
          || accept(exact.round(new MathContext(digits, RoundingMode.UP)))) {
        return;
      }
    }
  }

  private void smallerExponent() {
    BigDecimal start = decimal();
    int scale = start.scale();
    int rejected = 0;
    if (accept(new BigDecimal(start.unscaledValue(), 0))) {
      return;
    }
    while (Math.abs(scale - rejected) > 1) {
      int middle = (scale + rejected) / 2;
      if (accept(new BigDecimal(start.unscaledValue(), middle))) {
        scale = middle;
      } else {
        rejected = middle;
      }
    }
  }

  private void smallerDigits() {
    BigDecimal start = decimal();
    if (!isWhole(current())) {
      new IntegerShrinker(
              start.unscaledValue().longValueExact(),
              digits -> accept(new BigDecimal(BigInteger.valueOf(digits), start.scale())))
          .shrink();
    }
  }

  private boolean accept(long candidate) {
    return accept((double) candidate);
  }

  private boolean accept(BigDecimal candidate) {
    return accept(
        value.type() == ParameterType.FLOAT ? candidate.floatValue() : candidate.doubleValue());
  }

  private boolean accept(double candidate) {
    before.copyFrom(value);
    value.become(candidate);
    if (SIMPLICITY.compare(value, before) >= 0) {
      value.copyFrom(before);
      return false;
    }
    return trial.accepted();
  }

  private double current() {
    return of(value);
  }

  private BigDecimal decimal() {
    return decimal(value);
  }

  private static int kind(FloatingValue value) {
    double number = of(value);
    if (isWhole(number)) {
      return 0;
    }
    return Double.isFinite(number) ? 1 : Double.isInfinite(number) ? 2 : 3;
  }

  private static int compareFinite(FloatingValue a, FloatingValue b) {
    if (kind(a) == 0) {
      return Double.compare(Math.abs(of(a)), Math.abs(of(b)));
    }
    return kind(a) != 1
        ? 0
        : Comparator.comparingInt(BigDecimal::precision)
            .thenComparingInt(decimal -> Math.abs(decimal.scale()))
            .thenComparing(decimal -> decimal.abs())
            .compare(decimal(a), decimal(b));
  }

  private static boolean isWhole(double number) {
    return Math.abs(number) <= WHOLE && number == Math.rint(number);
  }

  private static double of(FloatingValue value) {
    return value.type() == ParameterType.FLOAT ? value.asFloat() : value.asDouble();
  }

  private static BigDecimal decimal(FloatingValue value) {
    return new BigDecimal(value.digits()).stripTrailingZeros();
  }
}
