// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceMutationTest {
  private static final String PARENT = "{\"name\":\"fuzz\",\"n\":[1,42]}";
  private static final String MATE = "<a href='mate'>\u00E9</a>";
  private static final int RUNS = 2000;

  // How many different results that many runs must yield, by mutator: about three quarters of what
  // they did when this was written.
  private static final int[] BYTE_DIVERSITY = {
    163, 1498, 1155, 982, 156, 1290, 228, 895, 901, 876, 882, 175, 489, 637, 1474, 1455, 1181, 675,
    1483, 902, 387, 544, 1200, 1200, 340, 330, 300, 300, 750, 50, 100, 700
  };
  private static final int[] STRING_DIVERSITY = {
    163, 1491, 1155, 982, 226, 1459, 1406, 1173, 663, 1126, 1113, 337, 39, 6, 475, 760, 370, 548,
    1200, 1200, 335, 325, 280, 280, 120, 700
  };

  static Stream<Arguments> mutators() {
    return Stream.concat(
        IntStream.range(0, ByteMutators.COUNT).mapToObj(m -> Arguments.of(true, m)),
        IntStream.range(0, StringMutators.COUNT).mapToObj(m -> Arguments.of(false, m)));
  }

  @ParameterizedTest
  @MethodSource("mutators")
  void apply_manyTimes_isDiverse(boolean bytes, int mutator) {
    Prng random = new Prng(mutator);
    Set<String> results = new HashSet<>();
    for (int i = 0; i < RUNS; i++) {
      SequenceValue value = value(bytes, PARENT);
      if (apply(mutator, value, random, 100)) {
        results.add(text(value));
      }
    }

    assertThat(results)
        .hasSizeGreaterThanOrEqualTo((bytes ? BYTE_DIVERSITY : STRING_DIVERSITY)[mutator]);
  }

  @ParameterizedTest
  @MethodSource("mutators")
  void apply_doesNotApply_changesNothing(boolean bytes, int mutator) {
    Prng random = new Prng(mutator);
    for (int i = 0; i < RUNS; i++) {
      String parent = PARENT.substring(0, i % 5) + "00";
      SequenceValue value = value(bytes, parent);
      if (apply(mutator, value, random, i % 3 == 0 ? parent.length() : 100)) {
        continue;
      }

      assertThat(text(value)).isEqualTo(parent);
    }
  }

  @ParameterizedTest
  @MethodSource("mutators")
  void apply_applies_changesSomething(boolean bytes, int mutator) {
    Prng random = new Prng(mutator);
    int unchanged = 0;
    for (int i = 0; i < RUNS; i++) {
      SequenceValue value = value(bytes, PARENT);
      if (apply(mutator, value, random, 100) && text(value).equals(PARENT)) {
        unchanged++;
      }
    }

    // Only a shuffle of repeated elements may.
    assertThat(unchanged).isLessThan(RUNS / 100);
  }

  @ParameterizedTest
  @MethodSource("mutators")
  void apply_anyLength_keepsToTheLimit(boolean bytes, int mutator) {
    Prng random = new Prng(mutator);
    for (int i = 0; i < RUNS; i++) {
      String parent = PARENT.repeat(10).substring(0, i % 200);
      int maxLength = parent.length() + i % 7;
      SequenceValue value = value(bytes, parent);
      boolean applied = apply(mutator, value, random, maxLength);

      assertThat(value.length).isBetween(0, maxLength);
      assertThat(applied || text(value).equals(parent)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mutate_chained_keepsToTheLimit(boolean bytes) {
    Prng random = new Prng(1);
    for (int maxLength : new int[] {0, 1, 2, 3, 8, 100, 5000}) {
      SequenceValue value = value(bytes, PARENT);
      for (int i = 0; i < 10_000; i++) {
        value.mutate(random, maxLength);
        assertThat(value.length).isLessThanOrEqualTo(maxLength);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mutate_anyValue_nearlyAlwaysChangesIt(boolean bytes) {
    Prng random = new Prng(2);
    SequenceValue value = value(bytes, "");
    int unchanged = 0;
    for (int i = 0; i < 20_000; i++) {
      String before = text(value);
      value.mutate(random, 50);
      unchanged += text(value).equals(before) ? 1 : 0;
    }

    assertThat(unchanged).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mutate_empty_getsContent(boolean bytes) {
    Prng random = new Prng(3);
    for (int i = 0; i < 1000; i++) {
      SequenceValue value = value(bytes, "");
      value.mutate(random, 10);

      assertThat(value.length).isBetween(1, 10);
    }
  }

  @Test
  void mutate_bytesOfLengthOne_reachesEveryByte() {
    Prng random = new Prng(4);
    Set<Byte> seen = new HashSet<>();
    BytesValue value = new BytesValue();
    for (int i = 0; i < 20_000; i++) {
      value.set(new byte[] {'x'});
      value.mutate(random, 1);
      seen.add(value.toArray()[0]);
    }

    // All but the one that it was.
    assertThat(seen).hasSize(255);
  }

  @Test
  void apply_beyondTheLast_isRejected() {
    // So that COUNT, which mutate() draws from, leaves none out; the floors show that each applies.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apply(ByteMutators.COUNT, value(true, PARENT), new Prng(1), 100));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apply(StringMutators.COUNT, value(false, PARENT), new Prng(1), 100));
  }

  @Test
  void mutate_string_reachesWhatProgramsGetWrong() {
    Prng random = new Prng(6);
    StringBuilder seen = new StringBuilder();
    StringValue value = new StringValue();
    for (int i = 0; i < 20_000; i++) {
      value.set("a1");
      value.mutate(random, 40);
      seen.append(value.toText());
    }

    assertThat(seen)
        .contains("\0", "\uFEFF", "\uFFFD", "\u0130", "\u0131", "\u00DF", "\u212A", "\uD83D\uDE00")
        .contains("2147483648", "1e999", "NaN", "<!--", "\u202E", "\uFF10", "A1", "a2", "b1");
  }

  @Test
  void mutate_string_isMostlyPrintableAscii() {
    Prng random = new Prng(7);
    StringValue value = new StringValue();
    int ascii = 0;
    int surrogates = 0;
    int all = 0;
    for (int i = 0; i < 10_000; i++) {
      value.set(PARENT);
      value.mutate(random, 1000);
      all += value.length;
      for (int k = 0; k < value.length; k++) {
        int c = value.element(k);
        ascii += c >= ' ' && c <= '~' ? 1 : 0;
        surrogates += Character.isSurrogate((char) c) ? 1 : 0;
      }
    }

    assertThat(ascii).isGreaterThan(all * 9 / 10);
    assertThat(surrogates).isBetween(1, all / 100);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void duplicate_anyRange_insertsACopyOfIt(boolean bytes) {
    Prng random = new Prng(8);
    for (int i = 0; i < RUNS; i++) {
      SequenceValue value = value(bytes, PARENT);
      assertThat(SequenceMutators.duplicate(value, random, 100)).isTrue();

      assertThat(isWithOneRangeTwice(text(value))).as(text(value)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void splice_entriesThatBeginAlike_putsWhatFollowsTheHeadBehind(boolean bytes) {
    Prng random = new Prng(11);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      SequenceValue value = valueAlone(bytes, "HEAD\0\0\0\5abcde");
      value.mateWith(valueAlone(bytes, "HEAD\0\0\0\1x"));
      if (SequenceMutators.splice(value, random, 100)) {
        seen.add(text(value));
      }
    }

    assertThat(seen)
        .contains("HEAD\0\0\0\5abcde\0\0\0\1x", "HEAD\0\0\0\5abcde\1x")
        .contains("HEAD\0\0\0\5abcdeHEAD\0\0\0\1x", "HEAD\0\0\0\1xHEAD\0\0\0\5abcde");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void arithmetic_numberInText_changesItAsANumber(boolean bytes) {
    Prng random = new Prng(9);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      SequenceValue value = value(bytes, "n=-99;");
      assertThat(NumberMutators.arithmetic(value, random, 30)).isTrue();

      assertThat(text(value)).matches("n=-?\\d+;");
      seen.add(text(value));
    }

    assertThat(seen).contains("n=-100;", "n=-98;", "n=99;", "n=-198;", "n=-49;", "n=2147483648;");
  }

  @Test
  void arithmetic_noDigit_doesNotApply() {
    assertThat(NumberMutators.arithmetic(value(false, "none"), new Prng(1), 100)).isFalse();
  }

  @Test
  void mutate_longValues_growAndKeepTheRest() {
    StringValue value = new StringValue();
    value.set("x".repeat(1000));
    Prng random = new Prng(10);
    for (int i = 0; i < 200; i++) {
      value.mutate(random, 100_000);
    }

    assertThat(value.toText()).contains("xxx");
  }

  private static boolean isWithOneRangeTwice(String text) {
    int added = text.length() - PARENT.length();
    for (int at = 0; at <= PARENT.length(); at++) {
      String rest = text.substring(0, at) + text.substring(at + added);
      if (rest.equals(PARENT) && PARENT.contains(text.substring(at, at + added))) {
        return true;
      }
    }
    return false;
  }

  private static boolean apply(int mutator, SequenceValue value, Prng random, int maxLength) {
    return value instanceof BytesValue bytes
        ? ByteMutators.apply(mutator, bytes, random, maxLength)
        : StringMutators.apply(mutator, (StringValue) value, random, maxLength);
  }

  private static SequenceValue value(boolean bytes, String text) {
    SequenceValue value = valueAlone(bytes, text);
    value.mateWith(valueAlone(bytes, MATE));
    return value;
  }

  private static SequenceValue valueAlone(boolean bytes, String text) {
    SequenceValue value = bytes ? new BytesValue() : new StringValue();
    value.set(bytes ? text.getBytes(ISO_8859_1) : text);
    return value;
  }

  private static String text(SequenceValue value) {
    return value.get() instanceof byte[] bytes
        ? new String(bytes, ISO_8859_1)
        : (String) value.get();
  }
}
