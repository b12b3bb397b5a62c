// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * Mutators of decimal numbers within a text, be it bytes or chars. Each returns false, with the
 * value as it was, if it does not apply or would change nothing.
 */
final class NumberMutators {
  static final String[] INTERESTING = {
    "0",
    "-0",
    "1",
    "-1",
    "00",
    "+1",
    "0x10",
    "1e9",
    "127",
    "128",
    "-129",
    "255",
    "256",
    "32768",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "-2147483648",
    "-2147483649",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551616",
    "100000000000000000000000000000",
    "0.1",
    ".5",
    "1.",
    "1e999",
    "1e-999",
    "1e2147483647",
    "4.9E-324",
    "1.7976931348623157E308",
    "2.2250738585072012e-308",
    "NaN",
    "Infinity",
    "-Infinity"
  };
  // As far as it is worth looking for a digit: a longer search would cost more than other mutators.
  private static final int REACH = 64;
  // One less than Long.MAX_VALUE has, so that no arithmetic below overflows by more than its sign.
  private static final int MAX_DIGITS = 18;

  private NumberMutators() {}

  /** Changes a number as a number: 99 becomes 100, 7 becomes -7. */
  static boolean arithmetic(SequenceValue value, Prng random, int maxLength) {
    int start = findDigit(value, random);
    if (start < 0) {
      return false;
    }
    int end = endOfNumber(value, start);
    long magnitude = 0;
    for (int i = start; i < end; i++) {
      magnitude = magnitude * 10 + value.element(i) - '0';
    }
    boolean negative = start > 0 && value.element(start - 1) == '-';
    long number = negative ? -magnitude : magnitude;
    long changed = change(number, random);
    return changed != number && write(value, negative ? start - 1 : start, end, changed, maxLength);
  }

  /** Puts an interesting number anywhere, or in the place of another. */
  static boolean interesting(SequenceValue value, Prng random, int maxLength) {
    String number = INTERESTING[random.nextInt(INTERESTING.length)];
    int start = random.nextBoolean() ? findDigit(value, random) : -1;
    int end = start < 0 ? start : endOfNumber(value, start);
    if (start < 0) {
      start = end = random.nextInt(value.length + 1);
    }
    // A 0 for a 0 would change nothing, and two texts that differ mostly start differently.
    boolean same = end - start == number.length() && value.element(start) == number.charAt(0);
    if (same || value.length - (end - start) + number.length() > maxLength) {
      return false;
    }
    value.replace(start, end - start, number);
    return true;
  }

  private static long change(long number, Prng random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> number + random.nextStep(35);
      case 2 -> number + random.nextStep(1);
      case 3 -> number * (random.nextInt(9) + 2);
      case 4 -> number / (random.nextInt(9) + 2);
      case 5 -> -number;
      case 6 -> (1L << random.nextInt(Long.SIZE - 1)) + random.nextInt(3) - 1;
      default -> random.nextLong() >> (1 + random.nextInt(Long.SIZE - 1));
    };
  }

  /** The start of a number, or -1. */
  private static int findDigit(SequenceValue value, Prng random) {
    int length = value.length;
    if (length == 0) {
      return -1;
    }
    int at = random.nextInt(length);
    for (int i = Math.min(length, REACH); i > 0; i--) {
      if (Syntax.isDigit(value.element(at))) {
        return startOfNumber(value, at);
      }
      at = at + 1 == length ? 0 : at + 1;
    }
    return -1;
  }

  private static int startOfNumber(SequenceValue value, int digit) {
    int start = digit;
    while (start > 0
        && digit - start < MAX_DIGITS - 1
        && Syntax.isDigit(value.element(start - 1))) {
      start--;
    }
    return start;
  }

  private static int endOfNumber(SequenceValue value, int start) {
    int end = start + 1;
    while (end < value.length && end - start < MAX_DIGITS && Syntax.isDigit(value.element(end))) {
      end++;
    }
    return end;
  }

  private static boolean write(SequenceValue value, int start, int end, long number, int max) {
    int digits = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      digits++;
    }
    int sign = number < 0 ? 1 : 0;
    if (value.length - (end - start) + sign + digits > max) {
      return false;
    }
    value.resize(start, end - start, sign + digits);
    int at = start + sign + digits;
    for (long rest = number; at > start + sign; rest /= 10) {
      // The remainder has the number's sign.
      value.element(--at, (int) ('0' + Math.abs(rest % 10)));
    }
    if (sign > 0) {
      value.element(start, '-');
    }
    return true;
  }
}
