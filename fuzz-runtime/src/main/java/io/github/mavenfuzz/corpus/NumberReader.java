// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

/** Reads the numbers of a corpus file. */
final class NumberReader {
  /** Beyond all digits that the exact value of a double can have. */
  static final int MAX_LENGTH = 2_000;

  private final Cursor cursor;

  NumberReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Reads an integer of 8 to 64 bits. As in Java, a hexadecimal or binary one without a sign names
   * the bits: {@code byte(0xff)} is -1.
   */
  long readInteger(ParameterType type) throws MalformedEntryException {
    String found = cursor.found();
    String word = cursor.takeWord(MAX_LENGTH);
    if (type == ParameterType.LONG && (word.endsWith("L") || word.endsWith("l"))) {
      word = word.substring(0, word.length() - 1);
    }
    boolean negative = word.startsWith("-");
    String number = negative || word.startsWith("+") ? word.substring(1) : word;
    int radix = radixOf(number);
    String digits = radix == 10 ? number : number.substring(2);
    if (!areDigits(digits, radix)) {
      throw cursor.error(
          "integer literal required for type %s: found %s".formatted(type.keyword(), found));
    }
    if (radix == 10 && digits.length() > 1 && digits.startsWith("0")) {
      throw cursor.error(
          shortened(word) + " starts with 0: octal to Java; write it without, or as 0x...");
    }
    long magnitude;
    try {
      magnitude = Long.parseUnsignedLong(digits, radix);
    } catch (NumberFormatException e) {
      throw outOfRange(word, type);
    }
    if (radix != 10 && !negative) {
      return ofBits(magnitude, word, type);
    }
    long value = negative ? -magnitude : magnitude;
    boolean overflow = negative ? value > 0 : value < 0;
    if (overflow || value < min(type) || value > max(type)) {
      throw outOfRange(word, type);
    }
    return value;
  }

  /** Reads a {@code float}, also by its bits. */
  float readFloat() throws MalformedEntryException {
    String found = cursor.found();
    String word = cursor.takeWord(MAX_LENGTH);
    if (word.equals("bits")) {
      return Float.intBitsToFloat((int) readBits(ParameterType.INT));
    }
    try {
      float value = Float.parseFloat(word);
      requireFinite(Float.isInfinite(value), word, ParameterType.FLOAT);
      return value;
    } catch (NumberFormatException e) {
      throw noNumber(ParameterType.FLOAT, found);
    }
  }

  /** Reads a {@code double}, also by its bits. */
  double readDouble() throws MalformedEntryException {
    String found = cursor.found();
    String word = cursor.takeWord(MAX_LENGTH);
    if (word.equals("bits")) {
      return Double.longBitsToDouble(readBits(ParameterType.LONG));
    }
    try {
      double value = Double.parseDouble(word);
      requireFinite(Double.isInfinite(value), word, ParameterType.DOUBLE);
      return value;
    } catch (NumberFormatException e) {
      throw noNumber(ParameterType.DOUBLE, found);
    }
  }

  private long readBits(ParameterType type) throws MalformedEntryException {
    cursor.skipWhitespace();
    if (cursor.peek() != '0') {
      throw cursor.error("hexadecimal number required after bits: found " + cursor.found());
    }
    return readInteger(type);
  }

  private void requireFinite(boolean infinite, String word, ParameterType type)
      throws MalformedEntryException {
    if (infinite && !word.endsWith("Infinity")) {
      throw cursor.error(
          "%s is out of range for %s: for infinity write %s(Infinity) or %s(-Infinity)"
              .formatted(shortened(word), type.keyword(), type.keyword(), type.keyword()));
    }
  }

  private MalformedEntryException noNumber(ParameterType type, String found) {
    return cursor.error("number required for type %s: found %s".formatted(type.keyword(), found));
  }

  private long ofBits(long bits, String word, ParameterType type) throws MalformedEntryException {
    int unused = Long.SIZE - bitsOf(type);
    if (bits << unused >>> unused != bits) {
      throw outOfRange(word, type);
    }
    return type == ParameterType.CHAR ? bits : bits << unused >> unused;
  }

  private MalformedEntryException outOfRange(String word, ParameterType type) {
    return cursor.error(
        "%s is out of range for %s: %s to %s"
            .formatted(shortened(word), type.keyword(), min(type), max(type)));
  }

  private static String shortened(String word) {
    return word.length() > 40 ? word.substring(0, 40) + "..." : word;
  }

  private static int radixOf(String number) {
    if (number.startsWith("0x") || number.startsWith("0X")) {
      return 16;
    }
    return number.startsWith("0b") || number.startsWith("0B") ? 2 : 10;
  }

  private static boolean areDigits(String digits, int radix) {
    return !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, radix) >= 0);
  }

  private static int bitsOf(ParameterType type) {
    return switch (type) {
      case BYTE -> Byte.SIZE;
      case CHAR -> Character.SIZE;
      case SHORT -> Short.SIZE;
      case INT -> Integer.SIZE;
      case LONG -> Long.SIZE;
      default -> throw new IllegalArgumentException("not an integer type: " + type);
    };
  }

  private static long min(ParameterType type) {
    return type == ParameterType.CHAR ? 0 : Long.MIN_VALUE >> (Long.SIZE - bitsOf(type));
  }

  private static long max(ParameterType type) {
    int unused = Long.SIZE - bitsOf(type);
    return type == ParameterType.CHAR ? Character.MAX_VALUE : Long.MAX_VALUE >> unused;
  }
}
