// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * What can be done to bytes: Go's {@code byteSliceMutators} in its order, then those for text,
 * which most bytes that programs read are. Each returns false, with the value as it was, if it does
 * not apply or would change nothing.
 */
final class ByteMutators {
  /** Those that know characters, numbers, or what spans of a text are. */
  static final List<Integer> TEXT = List.of(18, 19, 20, 21, 24, 25, 26, 27, 28, 31);

  /** The one that knows counts. */
  static final int COUNTS = 29;

  /** How many there are. */
  static final int COUNT = 32;

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);

  /** Eight bytes of an array, the lowest first. */
  static final VarHandle LONG = view(long[].class);

  // AFL's, as Go has them: each list goes on from the one before.
  private static final byte[] INTERESTING_8 = {-128, -1, 0, 1, 16, 32, 64, 100, 127};
  private static final short[] INTERESTING_16 = {
    -128, -1, 0, 1, 16, 32, 64, 100, 127, -32768, -129, 128, 255, 256, 512, 1000, 1024, 4096, 32767
  };
  private static final int[] INTERESTING_32 = {
    -128,
    -1,
    0,
    1,
    16,
    32,
    64,
    100,
    127,
    -32768,
    -129,
    128,
    255,
    256,
    512,
    1000,
    1024,
    4096,
    32767,
    Integer.MIN_VALUE,
    -100663046,
    -32769,
    32768,
    65535,
    65536,
    100663045,
    Integer.MAX_VALUE
  };
  // AFL's ARITH_MAX.
  private static final int MAX_STEP = 35;

  private ByteMutators() {}

  /** Applies one of them. */
  static void mutate(BytesValue value, Prng random, int maxLength) {
    if (value.length > maxLength) {
      value.length = maxLength;
    }
    if (value.suggestions.areWanted()
        && random.nextBoolean()
        && value.suggestions.follow(value, random, maxLength)) {
      return;
    }
    if (value.length == 0) {
      apply(random.nextBoolean() ? 1 : 18, value, random, maxLength);
      return;
    }
    int mutator = value.wheel.draw(random);
    while (!apply(mutator, value, random, maxLength)) {
      // This one does not apply: another one.
      mutator = value.wheel.draw(random);
    }
    value.wheel.used(mutator);
  }

  /**
   * Applies the given one. A switch is one indirect jump to inlined code, measurably faster than a
   * table of lambdas.
   */
  static boolean apply(int mutator, BytesValue value, Prng random, int maxLength) {
    return switch (mutator) {
      case 0 -> SequenceMutators.remove(value, random);
      case 1 -> SequenceMutators.insertRandom(value, random, maxLength);
      case 2 -> SequenceMutators.duplicate(value, random, maxLength);
      case 3 -> SequenceMutators.overwrite(value, random);
      case 4 -> bitFlip(value, random);
      case 5 -> xorByte(value, random);
      case 6 -> SequenceMutators.swap(value, random);
      case 7 -> arithmeticUint8(value, random);
      case 8 -> arithmeticUint16(value, random);
      case 9 -> arithmeticUint32(value, random);
      case 10 -> arithmeticUint64(value, random);
      case 11 -> overwriteInterestingUint8(value, random);
      case 12 -> overwriteInterestingUint16(value, random);
      case 13 -> overwriteInterestingUint32(value, random);
      case 14 -> SequenceMutators.insertConstant(value, random, maxLength);
      case 15 -> SequenceMutators.overwriteConstant(value, random);
      case 16 -> SequenceMutators.shuffle(value, random);
      case 17 -> SequenceMutators.swapRanges(value, random);
      case 18 -> insertAscii(value, random, maxLength);
      case 19 -> overwriteAscii(value, random);
      case 20 -> NumberMutators.arithmetic(value, random, maxLength);
      case 21 -> NumberMutators.interesting(value, random, maxLength);
      case 22, 23 -> SequenceMutators.splice(value, random, maxLength);
      case 24, 25 -> SpanMutators.mutate(value, random, maxLength);
      case 26, 27 -> RecordMutators.mutate(value, random, maxLength);
      case 28 -> Fragments.insertPair(value, random, maxLength);
      case 30 -> BlockMutators.mutate(value, random, maxLength);
      case 31 -> WordMutators.mutate(value, random, maxLength);
      case COUNTS -> Counts.mutate(value, random, maxLength);
      default -> throw new IllegalArgumentException("no mutator " + mutator);
    };
  }

  private static boolean bitFlip(BytesValue value, Prng random) {
    if (value.length == 0) {
      return false;
    }
    value.bytes[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));
    return true;
  }

  private static boolean xorByte(BytesValue value, Prng random) {
    if (value.length == 0) {
      return false;
    }
    value.bytes[random.nextInt(value.length)] ^= (byte) (1 + random.nextInt(255));
    return true;
  }

  private static boolean arithmeticUint8(BytesValue value, Prng random) {
    if (value.length == 0) {
      return false;
    }
    value.bytes[random.nextInt(value.length)] += (byte) random.nextStep(MAX_STEP);
    return true;
  }

  private static boolean arithmeticUint16(BytesValue value, Prng random) {
    if (value.length < Short.BYTES) {
      return false;
    }
    int at = random.nextInt(value.length - Short.BYTES + 1);
    short old = (short) SHORT.get(value.bytes, at);
    int step = random.nextStep(MAX_STEP);
    short sum =
        random.nextBoolean()
            ? Short.reverseBytes((short) (Short.reverseBytes(old) + step))
            : (short) (old + step);
    SHORT.set(value.bytes, at, sum);
    return true;
  }

  private static boolean arithmeticUint32(BytesValue value, Prng random) {
    if (value.length < Integer.BYTES) {
      return false;
    }
    int at = random.nextInt(value.length - Integer.BYTES + 1);
    int old = (int) INT.get(value.bytes, at);
    int step = random.nextStep(MAX_STEP);
    int sum =
        random.nextBoolean() ? Integer.reverseBytes(Integer.reverseBytes(old) + step) : old + step;
    INT.set(value.bytes, at, sum);
    return true;
  }

  private static boolean arithmeticUint64(BytesValue value, Prng random) {
    if (value.length < Long.BYTES) {
      return false;
    }
    int at = random.nextInt(value.length - Long.BYTES + 1);
    long old = (long) LONG.get(value.bytes, at);
    int step = random.nextStep(MAX_STEP);
    long sum = random.nextBoolean() ? Long.reverseBytes(Long.reverseBytes(old) + step) : old + step;
    LONG.set(value.bytes, at, sum);
    return true;
  }

  private static boolean overwriteInterestingUint8(BytesValue value, Prng random) {
    return value.length > 0
        && overwrite(value, random, INTERESTING_8[random.nextInt(INTERESTING_8.length)]);
  }

  private static boolean overwriteInterestingUint16(BytesValue value, Prng random) {
    if (value.length < Short.BYTES) {
      return false;
    }
    int at = random.nextInt(value.length - Short.BYTES + 1);
    short number = INTERESTING_16[random.nextInt(INTERESTING_16.length)];
    short ordered = random.nextBoolean() ? Short.reverseBytes(number) : number;
    if ((short) SHORT.get(value.bytes, at) == ordered) {
      return false;
    }
    SHORT.set(value.bytes, at, ordered);
    return true;
  }

  private static boolean overwriteInterestingUint32(BytesValue value, Prng random) {
    if (value.length < Integer.BYTES) {
      return false;
    }
    int at = random.nextInt(value.length - Integer.BYTES + 1);
    int number = INTERESTING_32[random.nextInt(INTERESTING_32.length)];
    int ordered = random.nextBoolean() ? Integer.reverseBytes(number) : number;
    if ((int) INT.get(value.bytes, at) == ordered) {
      return false;
    }
    INT.set(value.bytes, at, ordered);
    return true;
  }

  private static boolean insertAscii(BytesValue value, Prng random, int maxLength) {
    int room = maxLength - value.length;
    if (room <= 0) {
      return false;
    }
    int at = random.nextInt(value.length + 1);
    int count = random.nextLength(Math.min(room, 8));
    value.open(at, count);
    value.randomizeAscii(at, count, random);
    return true;
  }

  private static boolean overwriteAscii(BytesValue value, Prng random) {
    return value.length > 0 && overwrite(value, random, Characters.ascii((int) random.nextLong()));
  }

  private static boolean overwrite(BytesValue value, Prng random, byte with) {
    int at = random.nextInt(value.length);
    if (value.bytes[at] == with) {
      return false;
    }
    value.bytes[at] = with;
    return true;
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
