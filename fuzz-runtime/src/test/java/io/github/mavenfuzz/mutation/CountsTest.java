// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountsTest {
  private static final int RUNS = 20_000;

  private static SequenceValue bytes(String image) {
    BytesValue value = new BytesValue();
    value.set(image.getBytes(ISO_8859_1));
    return value;
  }

  private static SequenceValue text(String text) {
    StringValue value = new StringValue();
    value.set(text);
    return value;
  }

  /** What becomes of a value; the value as it was if nothing counts what is replaced. */
  private static String replaced(
      SequenceValue value, int at, int length, String text, boolean all, int maxLength) {
    String before = value.image();
    boolean changed = Counts.replace(value, at, length, text, all, maxLength);
    assertThat(value.image().equals(before)).isEqualTo(!changed);
    return value.image();
  }

  private static String replaced(String image, int at, int length, String text, boolean all) {
    return replaced(image, at, length, text, all, 1_000);
  }

  private static String replaced(
      String image, int at, int length, String text, boolean all, int maxLength) {
    return replaced(bytes(image), at, length, text, all, maxLength);
  }

  @Test
  void byteBeforeAPart_saysHowLongItIs() {
    assertThat(replaced("\"\1xz", 2, 1, "admin", false)).isEqualTo("\"\5adminz");
    assertThat(replaced("\"\5adminz", 2, 5, "x", false)).isEqualTo("\"\1xz");
  }

  @Test
  void emptyPart_isCountedByAZero() {
    assertThat(replaced("\"\0z", 2, 0, "admin", false)).isEqualTo("\"\5adminz");
  }

  @Test
  void count_mayBeOfMoreThanThePart() {
    assertThat(replaced("t\2\20\60z", 3, 1, "\327\4", false)).isEqualTo("t\3\20\327\4z");
    assertThat(replaced("t\3\20\60z", 3, 1, "\327\4", false))
        .as("as far as the end of the whole")
        .isEqualTo("t\4\20\327\4z");
  }

  @Test
  void wideCount_isKeptInItsOrder() {
    String part = "x".repeat(254);
    assertThat(replaced("t\0\376" + part, 4, 0, "yyy", false)).startsWith("t\1\1xyyyx");
    assertThat(replaced("t\376\0" + part, 4, 0, "yyy", false)).startsWith("t\1\1xyyyx");
    assertThat(replaced("t\0\0\0\1x", 5, 1, "abc", false)).isEqualTo("t\0\0\0\3abc");
    assertThat(replaced("t\1\0\0\0x", 5, 1, "abc", false)).isEqualTo("t\3\0\0\0abc");
  }

  @Test
  void decimal_countsToo() {
    assertThat(replaced(text("d8:elements2:ok"), 3, 8, "", false, 100)).isEqualTo("d0:2:ok");
    assertThat(replaced(text("d8:elements2:ok"), 3, 8, "elementary", false, 100))
        .isEqualTo("d10:elementary2:ok");
    assertThat(replaced("Length: 2\r\n\r\nok", 13, 2, "hello world", false))
        .isEqualTo("Length: 11\r\n\r\nhello world");
  }

  @Test
  void countsOfCounts_areAllChanged() {
    assertThat(replaced("T\5S\3V\1x", 6, 1, "abc", true)).isEqualTo("T\7S\5V\3abc");
    assertThat(replaced("T\5S\3V\1x", 6, 1, "abc", false)).isEqualTo("T\5S\3V\3abc");
    assertThat(replaced(text("6:4:2:ok"), 6, 2, "0123456789", true, 100))
        .isEqualTo("16:13:10:0123456789");
    assertThat(replaced(text("9:ninechars"), 2, 9, "ten chars.", false, 12))
        .as("no room for another digit")
        .isEqualTo("9:ninechars");
  }

  @Test
  void nothing_isChangedWhereNothingCounts() {
    assertThat(replaced("\7\7xz", 2, 1, "admin", false)).isEqualTo("\7\7xz");
    assertThat(replaced("\1xz", 1, 1, "y", false)).as("of the same length").isEqualTo("\1xz");
    assertThat(replaced(bytes("\1xz"), 1, 1, "abc", false, 4)).as("no room").isEqualTo("\1xz");
    assertThat(replaced(text("\1xz"), 1, 1, "abc", false, 100)).as("no bytes").isEqualTo("\1xz");
    assertThat(replaced("\1xz", 1, 1, "abc", true)).as("only one").isEqualTo("\1xz");
  }

  @Test
  void count_mayBeOfItselfToo() {
    assertThat(replaced("z\0\0\0\12typeab", 9, 2, "abcd", false)).isEqualTo("z\0\0\0\14typeabcd");
    assertThat(replaced("\0\13box.\0\5xyz", 8, 0, "ab", true)).isEqualTo("\0\15box.\0\7abxyz");
  }

  @Test
  void count_mayBeSetApartByAType() {
    assertThat(replaced("z\0\0\0\2IDATabCRC.", 9, 2, "abcd", false))
        .isEqualTo("z\0\0\0\4IDATabcdCRC.");
  }

  @Test
  void count_ofSevenBitsPerByte_mayNeedMoreOfThem() {
    String part = "x".repeat(130);
    assertThat(replaced("z\202\1" + part + "z", 3, 130, "y", false)).isEqualTo("z\1yz");
    assertThat(replaced("z\202\1" + part, 3, 0, part.repeat(130), false, 20_000))
        .startsWith("z\206\205\1x");
  }

  @Test
  void count_thatCannotSayIt_keepsThePart() {
    String part = "x".repeat(256);
    assertThat(replaced("z\1x", 2, 1, part, false)).isEqualTo("z\1x");
    assertThat(replaced("T\4S\2\0\1x", 6, 1, part, true)).isEqualTo("T\4S\2\0\1x");
    assertThat(replaced("T\4S\2\0\1x", 6, 1, part, false)).isEqualTo("T\4S\2\1\0" + part);
  }

  /** What mutations make of a sequence. */
  private static Set<String> mutants(String image, int maxLength) {
    Set<String> mutants = new HashSet<>();
    Prng random = new Prng(1);
    SequenceValue value = bytes("");
    value.mateWith(bytes("MM"));
    for (int i = 0; i < RUNS; i++) {
      value.length = 0;
      value.replace(0, 0, image);
      if (Counts.mutate(value, random, maxLength)) {
        mutants.add(value.image());
      } else {
        assertThat(value.image()).isEqualTo(image);
      }
      assertThat(value.length).isLessThanOrEqualTo(maxLength);
    }
    return mutants;
  }

  @Test
  void mutants_haveTheirCountsRight() {
    Set<String> mutants = mutants("\2abz", 8);
    assertThat(mutants).contains("\1az", "\1bz", "\0z", "\3abbz", "\4ababz");
    assertThat(mutants).as("nested").contains("\3\2abz");
    assertThat(mutants).as("of the other entry").contains("\4abMMz");
    assertThat(mutants).anyMatch(mutant -> mutant.matches("\3[^a]abz"));
  }

  @Test
  void theOnlyCount_isFoundWhereverItIs() {
    String much = "\377".repeat(100);
    for (String image : new String[] {much + "\2\376\376" + much, much + "2:\376\376" + much}) {
      SequenceValue value = bytes("");
      Prng random = new Prng(1);
      int applied = 0;
      for (int i = 0; i < 1_000; i++) {
        value.length = 0;
        value.replace(0, 0, image);
        applied += Counts.mutate(value, random, 1_000) ? 1 : 0;
      }
      assertThat(applied).as("places are 203, ways to write a count seven").isGreaterThan(50);
    }
  }

  @Test
  void wrappedRecord_isCountedWithItsType() {
    assertThat(mutants("C\0\5T\0\2ab", 100)).contains("C\0\10C\0\5T\0\2ab", "C\0\10T\0\5T\0\2ab");
    assertThat(mutants("z\0\0\0\12typeab", 100))
        .as("counted with its head")
        .contains("z\0\0\0\22type\0\0\0\12typeab");
  }
}
