// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mavenfuzz.corpus.ParameterType;
import io.github.mavenfuzz.corpus.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MinimizerTest {
  private static final String JSON = "{\"name\":\"fuzz\",\"n\":[1,42]}";

  static Stream<Arguments> strings() {
    return Stream.of(
        minimized(JSON, s -> true, "", 1),
        minimized(JSON, s -> !s.isEmpty(), "0", 200),
        minimized(JSON, s -> s.contains("["), "[", 200),
        minimized(JSON, s -> s.contains("fuzz"), "fuzz", 400),
        minimized(JSON, s -> s.length() >= 5, "00000", 250),
        minimized(JSON, s -> s.contains("{") && s.contains("}"), "{}", 250),
        minimized(JSON, s -> s.chars().filter(c -> c == '"').count() == 6, "\"\"\"\"\"\"", 500),
        minimized("((((x))))", s -> isBalanced(s) && s.contains("x"), "x", 300),
        minimized("a(b)c", s -> isBalanced(s) && s.contains("("), "()", 200));
  }

  static Stream<Arguments> unusualStrings() {
    return Stream.of(
        minimized("xx\uD83D\uDE00yy", s -> s.length() > 2, "000", 200),
        minimized("x\uD83D\uDE00y", s -> s.codePoints().anyMatch(c -> c > 0x7F), "\u00A1", 200),
        minimized(
            "x\uD83D\uDE00y", s -> s.codePoints().anyMatch(c -> c > 0xFFFF), "\uD800\uDC00", 500),
        minimized("x\u4E2Dy", s -> s.chars().anyMatch(c -> c > 0xFF), "\u0100", 300),
        minimized("x\u4E2Dy", s -> s.chars().anyMatch(Character::isLetter), "A", 200),
        minimized("-17x", s -> s.matches("-\\d+x"), "-0x", 300),
        minimized("\u0007", s -> !s.isEmpty() && s.charAt(0) < 0x20, "\0", 100),
        minimized("xyz", s -> s.length() == 3 || s.length() == 0, "", 1),
        minimized("abcabcabc", s -> s.length() % 3 == 0 && !s.isEmpty(), "000", 300));
  }

  @ParameterizedTest
  @MethodSource({"strings", "unusualStrings"})
  void minimize_string_isMinimal(
      String start, Predicate<String> predicate, String expected, int maxAttempts) {
    minimize(ParameterType.STRING, start, v -> predicate.test((String) v), expected, maxAttempts);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void minimize_bytes_isMinimal(
      String start, Predicate<String> predicate, String expected, int maxAttempts) {
    minimize(
        ParameterType.BYTES,
        start.getBytes(ISO_8859_1),
        v -> predicate.test(new String((byte[]) v, ISO_8859_1)),
        expected.getBytes(ISO_8859_1),
        maxAttempts);
  }

  @Test
  void minimize_numberOfManyBytes_isOneByte() {
    // Of a varint each byte but the last has its highest bit set; fewer of these are too large.
    minimize(
        ParameterType.BYTES,
        "v\u0080\u0080\u0080\u0080\"".getBytes(ISO_8859_1),
        v -> List.of("v\u0080\u0080\u0080\u0080\"", "v\0").contains(latin((byte[]) v)),
        "v\0".getBytes(ISO_8859_1),
        150);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  @Test
  void minimize_negativeByte_isTheLowestBeyondAscii() {
    minimize(
        ParameterType.BYTES,
        new byte[] {1, -5, 3},
        v -> indexOfNegative((byte[]) v) >= 0,
        new byte[] {-128},
        200);
  }

  @Test
  void minimize_fourBytesOfTenKilobytes_takesFewAttempts() {
    byte[] start = new byte[10_240];
    Prng random = new Prng(1);
    for (int i = 0; i < start.length; i++) {
      start[i] = (byte) (random.nextInt(26) + 'a');
    }
    int[] places = {17, 3001, 6002, 10_100};
    for (int i = 0; i < places.length; i++) {
      start[places[i]] = (byte) "F1Z~".charAt(i);
    }

    minimize(
        ParameterType.BYTES,
        start,
        v -> isSubsequence("F1Z~", new String((byte[]) v, ISO_8859_1)),
        "F1Z~".getBytes(ISO_8859_1),
        300);
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        number(123_456, v -> true, 0, 1),
        number(123_456, v -> v > 1000, 1001, 150),
        number(-123_456, v -> v < -1000, -1001, 150),
        number(-123_456, v -> Math.abs(v) > 1000, 1001, 150),
        number(-1, v -> v != 0, 1, 10),
        number(Integer.MIN_VALUE, v -> v < 0, -1, 40),
        number(Integer.MIN_VALUE, v -> v == Integer.MIN_VALUE, Integer.MIN_VALUE, 200),
        number(Integer.MAX_VALUE, v -> v == Integer.MAX_VALUE, Integer.MAX_VALUE, 200),
        number(0x7FFF_FFFF, v -> (v & 0x100000) != 0, 0x100000, 200),
        number(777_777, v -> v % 7 == 0 && v != 0, 7, 60),
        number(987_654_321, v -> v % 1000 == 321, 321, 200),
        number(987_654_321, v -> v / 1_000_000 == 987, 987_000_000, 200));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void minimize_int_isMinimal(
      int start, Predicate<Integer> predicate, int expected, int maxAttempts) {
    minimize(ParameterType.INT, start, v -> predicate.test((Integer) v), expected, maxAttempts);
  }

  @Test
  void minimize_otherIntegers_areMinimal() {
    minimize(
        ParameterType.LONG, Long.MIN_VALUE, v -> (Long) v < -5_000_000_000L, -5_000_000_001L, 300);
    minimize(ParameterType.LONG, Long.MIN_VALUE, v -> (Long) v < 0, -1L, 60);
    minimize(ParameterType.SHORT, (short) -32768, v -> (Short) v < -300, (short) -301, 100);
    minimize(ParameterType.BYTE, (byte) -128, v -> (Byte) v != 0, (byte) 1, 30);
    minimize(ParameterType.BOOLEAN, true, v -> true, false, 1);
    minimize(ParameterType.BOOLEAN, true, v -> (Boolean) v, true, 1);
  }

  @Test
  void minimize_char_isReadable() {
    minimize(ParameterType.CHAR, '\u4E2D', v -> true, '0', 1);
    minimize(ParameterType.CHAR, '\u4E2D', v -> Character.isLetter((Character) v), 'A', 50);
    minimize(ParameterType.CHAR, 'q', v -> Character.isLowerCase((Character) v), 'a', 50);
    minimize(ParameterType.CHAR, '\u4E2D', v -> (Character) v > 0x3000, '\u3001', 150);
    minimize(ParameterType.CHAR, '\0', v -> (Character) v == 0, '\0', 100);
  }

  static Stream<Arguments> doubles() {
    return Stream.of(
        number(1.2345, v -> true, 0.0, 1),
        number(-1.2345, v -> v != 0, 1.0, 30),
        number(-0.0, v -> true, 0.0, 1),
        number(-0.0, v -> 1 / v < 0, -0.0, 30),
        number(98765.4321, v -> v > 1000, 1001.0, 150),
        number(-98765.4321, v -> v < -1000.5, -1001.0, 150),
        number(98765.4321, v -> v != Math.rint(v), 0.1, 150),
        number(0.7312, v -> v > 0.5 && v < 1, 0.6, 150),
        number(1.2345e300, v -> v > 1e200, 1e201, 200),
        number(1.2345e-300, v -> v > 0 && v < 1e-100, 1e-101, 200),
        number(Double.NaN, v -> v != 1, 0.0, 1),
        number(Double.NaN, v -> v.isNaN(), Double.NaN, 60),
        number(Double.NaN, v -> v.isNaN() || v.isInfinite(), Double.POSITIVE_INFINITY, 100),
        number(Double.NEGATIVE_INFINITY, v -> v.isInfinite(), Double.POSITIVE_INFINITY, 100),
        number(Double.NEGATIVE_INFINITY, v -> v < -5e20, -1e21, 200),
        number(Double.MAX_VALUE, v -> v > 1e15, 1e16, 50),
        number(Math.nextUp(1.0), v -> v == Math.nextUp(1.0), Math.nextUp(1.0), 300));
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void minimize_double_isMinimal(
      double start, Predicate<Double> predicate, double expected, int maxAttempts) {
    minimize(ParameterType.DOUBLE, start, v -> predicate.test((Double) v), expected, maxAttempts);
  }

  @Test
  void minimize_float_isMinimal() {
    minimize(ParameterType.FLOAT, 98765.43f, v -> (Float) v > 1000, 1001f, 150);
    minimize(ParameterType.FLOAT, 0.7312f, v -> (Float) v > 0.5f && (Float) v < 1, 0.6f, 150);
    minimize(ParameterType.FLOAT, 1.5e38f, v -> (Float) v > 1e30f, 1e31f, 200);
  }

  @Test
  void minimize_parametersThatDependOnEachOther_reachesTheFixpoint() {
    Input input = input(ParameterType.STRING, ParameterType.INT, ParameterType.BOOLEAN);
    input.set(List.of("abcdefgh", 8, true));
    // The string can get shorter only after the number has got smaller.
    CountedAttempt attempt =
        new CountedAttempt(
            input,
            v -> {
              int length = ((String) v.get(0)).length();
              int number = (Integer) v.get(1);
              return number <= length && length <= number + 1 && length >= 3;
            },
            2000);
    Minimizer.minimize(input, attempt);

    assertThat(input.get()).containsExactly("000", 2, false);
  }

  @Test
  void minimize_interruptedAtAnyAttempt_holdsTheLastAccepted() {
    for (int limit = 0; limit < 400; limit++) {
      Input input = input(ParameterType.STRING, ParameterType.DOUBLE, ParameterType.BYTES);
      input.set(List.of(JSON, -1234.5678, JSON.getBytes(ISO_8859_1)));
      CountedAttempt attempt =
          new CountedAttempt(
              input,
              v ->
                  ((String) v.get(0)).contains("z\"")
                      && (Double) v.get(1) < -1000.1
                      && isSubsequence("{:}", new String((byte[]) v.get(2), ISO_8859_1)),
              limit);
      Minimizer.minimize(input, attempt);

      assertThat(attempt.isLeftWithAccepted()).as("after %d attempts", limit).isTrue();
    }
  }

  @Test
  void minimize_attemptThrows_holdsTheLastAccepted() {
    Input input = input(ParameterType.STRING);
    input.set(List.of(JSON));
    Attempt attempt =
        new Attempt() {
          @Override
          public boolean accepts() {
            throw new IllegalStateException("the worker's, not the target's");
          }

          @Override
          public boolean exhausted() {
            return false;
          }
        };

    assertThatIllegalStateException().isThrownBy(() -> Minimizer.minimize(input, attempt));
    assertThat(input.get()).containsExactly(JSON);
  }

  @Test
  void minimize_minimalAlready_triesNothing() {
    Input input = input(ParameterType.STRING, ParameterType.INT, ParameterType.BOOLEAN);
    CountedAttempt attempt = new CountedAttempt(input, v -> true, 10);
    Minimizer.minimize(input, attempt);

    assertThat(attempt.count()).isZero();
  }

  @Test
  void minimize_randomPredicates_endsWithAnAcceptedFixpoint() {
    Prng random = new Prng(5);
    for (int i = 0; i < 60; i++) {
      Input input = input(ParameterType.values());
      for (int k = 0; k < 60; k++) {
        input.mutate(random, 40);
      }
      int salt = random.nextInt(1000);
      CountedAttempt attempt =
          new CountedAttempt(
              input, v -> Math.floorMod(Arrays.deepHashCode(v.toArray()) + salt, 9) == 0, 100_000);
      Minimizer.minimize(input, attempt);

      assertThat(attempt.exhausted()).isFalse();
      assertThat(attempt.isLeftWithAccepted()).isTrue();
    }
  }

  private static void minimize(
      ParameterType type, Object start, Predicate<Object> predicate, Object expected, int max) {
    Input input = input(type);
    input.set(List.of(start));
    CountedAttempt attempt = new CountedAttempt(input, v -> predicate.test(v.get(0)), 100_000);
    Minimizer.minimize(input, attempt);

    assertThat(input.get().get(0)).isEqualTo(expected);
    assertThat(attempt.count()).as("attempts").isLessThanOrEqualTo(max);
  }

  private static Arguments minimized(
      String start, Predicate<String> predicate, String expected, int maxAttempts) {
    return Arguments.of(start, predicate, expected, maxAttempts);
  }

  private static <T extends Number> Arguments number(
      T start, Predicate<T> predicate, T expected, int maxAttempts) {
    return Arguments.of(start, predicate, expected, maxAttempts);
  }

  private static Input input(ParameterType... types) {
    return Input.of(new Signature(List.of(types)));
  }

  private static boolean isSubsequence(String wanted, String text) {
    int at = 0;
    for (int i = 0; i < text.length() && at < wanted.length(); i++) {
      at += text.charAt(i) == wanted.charAt(at) ? 1 : 0;
    }
    return at == wanted.length();
  }

  private static int indexOfNegative(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBalanced(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }
}
