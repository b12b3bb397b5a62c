// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.corpus.ParameterType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;

/** A byte, char, short, int or long, kept as a long of that range. */
final class IntegerValue extends Value {
  // AFL's, as Go has them, with the powers of ten that people like as limits.
  private static final long[] INTERESTING = {
    0,
    1,
    -1,
    16,
    32,
    64,
    100,
    127,
    -128,
    -129,
    128,
    255,
    256,
    512,
    1000,
    1024,
    4096,
    10_000,
    32767,
    -32768,
    -32769,
    32768,
    65535,
    65536,
    1_000_000,
    100663045,
    -100663046,
    1_000_000_000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE + 1L,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };
  // How far Go, like AFL, adds and subtracts.
  private static final int SMALL_STEP = 35;
  private static final int MOST_SUGGESTIONS = 64;

  private final int bits;
  private final boolean isChar;
  private long value;

  /** What the value was compared with. */
  private long[] suggestions = {};

  IntegerValue(ParameterType type) {
    super(type);
    isChar = type == ParameterType.CHAR;
    bits =
        switch (type) {
          case BYTE -> Byte.SIZE;
          case CHAR, SHORT -> Short.SIZE;
          case INT -> Integer.SIZE;
          case LONG -> Long.SIZE;
          default -> throw new IllegalArgumentException(type.keyword());
        };
  }

  @Override
  public void set(Object value) {
    Object boxed = type().boxed().cast(value);
    this.value = boxed instanceof Character c ? c : ((Number) boxed).longValue();
  }

  @Override
  public Object get() {
    return switch (type()) {
      case BYTE -> (byte) value;
      case CHAR -> (char) value;
      case SHORT -> (short) value;
      case INT -> (int) value;
      default -> value;
    };
  }

  @Override
  public void copyFrom(Value other) {
    value = ((IntegerValue) other).value;
  }

  @Override
  public void mutate(Prng random, int maxLength) {
    long next =
        truncate(
            isChar && random.nextBoolean()
                ? Characters.any((int) random.nextLong())
                : next(random));
    // Zero shifted, a small number divided: change something all the same.
    value = next != value ? next : truncate(value ^ 1L << random.nextInt(bits));
  }

  @Override
  void learn(List<Comparison> comparisons) {
    suggestions =
        comparisons.stream()
            .flatMapToLong(this::suggested)
            .distinct()
            .limit(MOST_SUGGESTIONS)
            .toArray();
  }

  @Override
  boolean mend(Comparison comparison, int maxLength) {
    return suggested(comparison)
        .filter(other -> truncate(other) == other)
        .peek(other -> value = other)
        .findFirst()
        .isPresent();
  }

  @Override
  int cells() {
    return 1;
  }

  @Override
  long cell(int index) {
    return value;
  }

  @Override
  void cell(int index, long number) {
    value = truncate(number);
  }

  @Override
  long leastCell() {
    return isChar ? 0 : Long.MIN_VALUE >> (Long.SIZE - bits);
  }

  @Override
  long mostCell() {
    return isChar ? Character.MAX_VALUE : Long.MAX_VALUE >> (Long.SIZE - bits);
  }

  private LongStream suggested(Comparison comparison) {
    if (comparison instanceof OfNumbers numbers && numbers.left() != numbers.right()) {
      if (numbers.left() == value) {
        return LongStream.of(numbers.right());
      }
      if (numbers.right() == value) {
        return LongStream.of(numbers.left());
      }
    }
    return LongStream.empty();
  }

  private long next(Prng random) {
    if (suggestions.length > 0 && random.nextBoolean()) {
      // A limit may have to be passed, not only met.
      return suggestions[random.nextInt(suggestions.length)] + random.nextInt(3) - 1;
    }
    return switch (random.nextInt(11)) {
      case 0 -> INTERESTING[random.nextInt(INTERESTING.length)];
      case 1 -> nearPowerOfTwo(random);
      case 2, 3 -> value + random.nextStep(SMALL_STEP);
      case 4 -> value + (random.nextBoolean() ? 1 : -1);
      case 5 -> value + anyMagnitude(random);
      case 6 -> value ^ 1L << random.nextInt(bits);
      case 7 -> anyMagnitude(random);
      case 8 -> random.nextBoolean() ? -value : ~value;
      case 9 -> {
        int distance = random.nextLength(bits - 1);
        yield random.nextBoolean() ? value << distance : value >> distance;
      }
      default -> {
        int factor = random.nextInt(9) + 2;
        yield random.nextBoolean() ? value * factor : value / factor;
      }
    };
  }

  /** The limits of every width, signed and unsigned, among others. */
  private long nearPowerOfTwo(Prng random) {
    long near = (1L << random.nextInt(bits)) + random.nextInt(3) - 1;
    return random.nextBoolean() ? near : -near;
  }

  private long anyMagnitude(Prng random) {
    return random.nextLong() >> (Long.SIZE - bits + random.nextInt(bits));
  }

  private long truncate(long wide) {
    int surplus = Long.SIZE - bits;
    return isChar ? wide & 0xFFFF : wide << surplus >> surplus;
  }

  @Override
  public int size() {
    return Long.BYTES;
  }

  @Override
  public void publish(ByteBuffer buffer, int at) {
    publishLong(buffer, at, value);
  }

  @Override
  public void readFrom(ByteBuffer buffer, int at, int size) {
    long read = readLong(buffer, at, size);
    check(truncate(read) == read, Long.toString(read));
    value = read;
  }

  @Override
  public MethodHandle argument() {
    return MethodHandles.explicitCastArguments(
        bound("asLong", long.class), MethodType.methodType(type().primitiveOrClass()));
  }

  long asLong() {
    return value;
  }

  @Override
  int length() {
    return 0;
  }

  @Override
  int weight() {
    return bits == Byte.SIZE ? 2 : 4;
  }

  @Override
  boolean isSimplest() {
    return isChar ? value == CharacterOrder.SIMPLEST : value == 0;
  }

  @Override
  boolean shrink(Attempt attempt) {
    Trial trial = new Trial(this, attempt);
    if (isChar) {
      CharacterOrder.simplify(
          (int) value, CharacterOrder.FIRST_READABLE_BEYOND_ASCII, c -> accepts(c, trial));
    } else {
      new IntegerShrinker(value, candidate -> accepts(candidate, trial)).shrink();
    }
    return trial.improved();
  }

  private boolean accepts(long candidate, Trial trial) {
    // The positive of the most negative number.
    if (truncate(candidate) != candidate) {
      return false;
    }
    value = candidate;
    return trial.accepted();
  }
}
