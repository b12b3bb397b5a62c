// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Comparison.OfDecimals;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.corpus.ParameterType;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.DoubleStream;

/** A float or a double, kept as its bits, so that every NaN stays the one that it is. */
final class FloatingValue extends Value {
  private static final double[] INTERESTING = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    0.1,
    2,
    10,
    100,
    Math.PI,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE + 1.0,
    0x1p24,
    0x1p24 + 1,
    0x1p53,
    0x1p53 + 1,
    0x1p63,
    -0x1p63,
    1e-5,
    1e16,
    1e22,
    0x0.fffffffffffffp-1022
  };
  // Beyond these, a power of ten is 0 or infinite.
  private static final int LEAST_POWER_OF_TEN = -324;
  private static final int GREATEST_POWER_OF_TEN = 309;
  // Beyond these, a power of two is.
  private static final int LEAST_POWER_OF_TWO = Double.MIN_EXPONENT - 53;
  private static final int GREATEST_POWER_OF_TWO = Double.MAX_EXPONENT + 1;

  private static final int MOST_SUGGESTIONS = 64;

  private final boolean isFloat;

  /** As of {@link Double#doubleToRawLongBits} or {@link Float#floatToRawIntBits}. */
  private long bits;

  /** What the value was compared with. */
  private double[] suggestions = {};

  FloatingValue(ParameterType type) {
    super(type);
    isFloat = type == ParameterType.FLOAT;
  }

  @Override
  public void set(Object value) {
    Object boxed = type().boxed().cast(value);
    bits =
        boxed instanceof Float f
            ? Float.floatToRawIntBits(f) & 0xFFFFFFFFL
            : Double.doubleToRawLongBits((Double) boxed);
  }

  @Override
  public Object get() {
    // No conditional expression: it would make a double of the float.
    if (isFloat) {
      return asFloat();
    }
    return asDouble();
  }

  @Override
  public void copyFrom(Value other) {
    bits = ((FloatingValue) other).bits;
  }

  @Override
  public void mutate(Prng random, int maxLength) {
    long next = next(random);
    // NaN added to, zero multiplied, a float's last digit gone: change something all the same.
    bits = next != bits ? next : bits ^ 1L << random.nextInt(width());
  }

  @Override
  void learn(List<Comparison> comparisons) {
    suggestions =
        comparisons.stream()
            .flatMapToDouble(this::suggested)
            .distinct()
            .limit(MOST_SUGGESTIONS)
            .toArray();
  }

  @Override
  boolean mend(Comparison comparison, int maxLength) {
    return suggested(comparison).peek(this::become).findFirst().isPresent();
  }

  private DoubleStream suggested(Comparison comparison) {
    if (comparison instanceof OfDecimals decimals) {
      return other(decimals.left(), decimals.right());
    }
    // As they compare what they were converted from.
    return comparison instanceof OfNumbers numbers
        ? other((double) numbers.left(), (double) numbers.right())
        : DoubleStream.empty();
  }

  private DoubleStream other(double left, double right) {
    if (left == right) {
      return DoubleStream.empty();
    }
    return left == value()
        ? DoubleStream.of(right)
        : right == value() ? DoubleStream.of(left) : DoubleStream.empty();
  }

  private long next(Prng random) {
    if (suggestions.length > 0 && random.nextBoolean()) {
      double suggested = suggestions[random.nextInt(suggestions.length)];
      // A limit may have to be passed, not only met.
      return bitsOf(suggested + random.nextInt(3) - 1);
    }
    return switch (random.nextInt(10)) {
      case 0 -> bitsOf(INTERESTING[random.nextInt(INTERESTING.length)]);
      case 1 -> bits ^ 1L << random.nextInt(width());
      case 2 -> random.nextLong() >>> (Long.SIZE - width());
      // The neighbours; only of infinity they are something else.
      case 3 -> (bits + random.nextStep(2)) & (-1L >>> (Long.SIZE - width()));
      case 4 -> bitsOf(random.nextStep(100));
      case 5 -> bitsOf(value() + random.nextStep(100));
      case 6 -> bitsOf(value() * random.nextStep(10));
      case 7 -> bitsOf(value() / random.nextStep(10));
      case 8 -> bitsOf(powerOfTwo(random));
      default -> bitsOf(powerOfTen(random));
    };
  }

  private static double powerOfTwo(Prng random) {
    int range = GREATEST_POWER_OF_TWO - LEAST_POWER_OF_TWO + 1;
    double power = Math.scalb(1.0, random.nextInt(range) + LEAST_POWER_OF_TWO);
    return random.nextBoolean() ? power : -power;
  }

  private static double powerOfTen(Prng random) {
    int range = GREATEST_POWER_OF_TEN - LEAST_POWER_OF_TEN + 1;
    double power = Math.pow(10, random.nextInt(range) + LEAST_POWER_OF_TEN);
    return random.nextBoolean() ? power : -power;
  }

  private int width() {
    return isFloat ? Float.SIZE : Double.SIZE;
  }

  private double value() {
    return isFloat ? asFloat() : asDouble();
  }

  private long bitsOf(double value) {
    return isFloat
        ? Float.floatToRawIntBits((float) value) & 0xFFFFFFFFL
        : Double.doubleToRawLongBits(value);
  }

  @Override
  public int size() {
    return Long.BYTES;
  }

  @Override
  public void publish(ByteBuffer buffer, int at) {
    publishLong(buffer, at, bits);
  }

  @Override
  public void readFrom(ByteBuffer buffer, int at, int size) {
    long read = readLong(buffer, at, size);
    check(!isFloat || read >>> Float.SIZE == 0, "0x" + Long.toHexString(read));
    bits = read;
  }

  @Override
  public MethodHandle argument() {
    return isFloat ? bound("asFloat", float.class) : bound("asDouble", double.class);
  }

  float asFloat() {
    return Float.intBitsToFloat((int) bits);
  }

  double asDouble() {
    return Double.longBitsToDouble(bits);
  }

  @Override
  int length() {
    return 0;
  }

  @Override
  int weight() {
    return 4;
  }

  @Override
  boolean isSimplest() {
    return bits == 0;
  }

  @Override
  boolean shrink(Attempt attempt) {
    Trial trial = new Trial(this, attempt);
    new FloatingShrinker(this, trial).shrink();
    return trial.improved();
  }

  /** The bits, for a shrinker that has to tell NaNs and zeros apart. */
  long bits() {
    return bits;
  }

  /** The shortest decimal number that reads back as this finite one. */
  String digits() {
    return isFloat ? Float.toString(asFloat()) : Double.toString(asDouble());
  }

  /** Becomes the nearest number. */
  void become(double nearest) {
    bits = bitsOf(nearest);
  }
}
