// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values of every type, with a liking for the awkward ones. Always the same for the same seed. */
final class RandomValues {
  private static final List<ParameterType> TYPES = List.of(ParameterType.values());
  private static final int[] BITS = {
    0, 1, 0x7fc00000, 0x7fc00001, 0xffc00000, 0x7f800001, 0x80000000
  };
  private static final String AWKWARD =
      "\0\n\r\t\b\f\"'\\u\u007f\u0080\u00e9\ud800\udc00\ufffe\uffff ";

  private final Random random;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  Signature signature() {
    List<ParameterType> types = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      types.add(type());
    }
    return new Signature(types);
  }

  ParameterType type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  List<Object> values(Signature signature) {
    return signature.types().stream().map(this::value).toList();
  }

  Object value(ParameterType type) {
    return switch (type) {
      case BYTES -> bytes();
      case STRING -> string();
      case BOOLEAN -> random.nextBoolean();
      case BYTE -> (byte) random.nextInt();
      case CHAR -> character();
      case SHORT -> (short) random.nextInt();
      case INT -> random.nextInt() >> random.nextInt(32);
      case LONG -> random.nextLong() >> random.nextInt(64);
      case FLOAT -> Float.intBitsToFloat(bits());
      case DOUBLE -> Double.longBitsToDouble(longBits());
    };
  }

  private int bits() {
    return random.nextBoolean() ? random.nextInt() : BITS[random.nextInt(BITS.length)];
  }

  private long longBits() {
    return switch (random.nextInt(4)) {
      case 0 -> Double.doubleToRawLongBits(random.nextInt(1_000_000) / 1000.0);
      case 1 -> (long) bits() << 32;
      case 2 -> 0x7ff8000000000000L | random.nextInt(3);
      default -> random.nextLong();
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[length()];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) AWKWARD.charAt(random.nextInt(9));
      }
    }
    return bytes;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    for (int i = length(); i > 0; i--) {
      string.append(character());
    }
    return string.toString();
  }

  private char character() {
    return switch (random.nextInt(4)) {
      case 0 -> (char) random.nextInt(0x10000);
      case 1 -> AWKWARD.charAt(random.nextInt(AWKWARD.length()));
      default -> (char) (' ' + random.nextInt(95));
    };
  }

  private int length() {
    return random.nextInt(random.nextInt(10) == 0 ? 1000 : 20);
  }
}
