// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CorpusFileTest {
  private static final Signature STRING = Signature.ofDescriptor("(Ljava/lang/String;)V");
  private static final Signature BYTES = Signature.ofDescriptor("([B)V");
  private static final Signature BYTES_INT = Signature.ofDescriptor("([BI)V");

  @Test
  void parse_ofFormat_isExactForRandomValues() throws Exception {
    RandomValues random = new RandomValues(1);
    for (int i = 0; i < 20_000; i++) {
      Signature signature = random.signature();
      assertExact(random.values(signature), signature);
    }
  }

  @Test
  void parse_ofFormat_isExactForEveryChar() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      assertExact(List.of((char) c), new Signature(List.of(ParameterType.CHAR)));
      all.append((char) c);
    }
    assertExact(List.of(all.toString()), STRING);
    assertExact(List.of(all.reverse().toString()), STRING);
  }

  @Test
  void parse_ofFormat_isExactForEveryByte() throws Exception {
    byte[] all = new byte[256];
    for (int b = 0; b < 256; b++) {
      all[b] = (byte) b;
      assertExact(List.of((byte) b), new Signature(List.of(ParameterType.BYTE)));
    }
    assertExact(List.of(all), BYTES);
  }

  @Test
  void parse_ofFormat_isExactForBytesThatLookLikeAFile() throws Exception {
    assertExact(List.of("maven fuzz v1\nint(5)\n".getBytes(US_ASCII)), BYTES);
  }

  /** No other byte or char takes more text than a newline. */
  @Test
  void largestInput_canBeWrittenAndRead() throws Exception {
    byte[] newlines = "maven fuzz v".repeat(2).getBytes(US_ASCII);
    newlines = Arrays.copyOf(newlines, CorpusFile.MAX_INPUT);
    Arrays.fill(newlines, 24, newlines.length, (byte) '\n');
    assertExact(List.of(newlines), BYTES);
    assertExact(List.of(newlines, 1), BYTES_INT);
    assertExact(List.of("\n".repeat(CorpusFile.MAX_INPUT)), STRING);
    for (char c = 0; c < 0x300; c++) {
      int one = CorpusFile.format(List.of(String.valueOf(c).repeat(1_000)), STRING).length;
      assertThat(one).as("U+%04x", (int) c).isLessThan(8 * 1_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void parse_ofFormat_isExactForZero(ParameterType type) throws Exception {
    assertExact(List.of(type.zero()), new Signature(List.of(type)));
  }

  @Test
  void parse_carriageReturnsBlanksAndBlankLines_areAccepted() throws Exception {
    RandomValues random = new RandomValues(2);
    for (int i = 0; i < 2_000; i++) {
      Signature signature = random.signature();
      byte[] file = CorpusFile.format(random.values(signature), signature);
      String loose = new String(file, US_ASCII).replace("\n", " \t \r\n\r\n");
      assertThat(
              CorpusFile.format(CorpusFile.parse(loose.getBytes(US_ASCII), signature), signature))
          .isEqualTo(file);
    }
  }

  @Test
  void parse_mutilatedFiles_throwsNothingButMalformedEntry() {
    RandomValues values = new RandomValues(3);
    Random random = new Random(3);
    int malformed = 0;
    for (int i = 0; i < 20_000; i++) {
      Signature signature = values.signature();
      byte[] file = CorpusFile.format(values.values(signature), signature);
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      file = Arrays.copyOf(file, file.length - random.nextInt(file.length / 4));
      try {
        CorpusFile.parse(file, signature);
      } catch (MalformedEntryException e) {
        malformed++;
        assertThat(e.line()).isPositive();
        assertThat(e).hasMessage("line " + e.line() + ": " + e.reason());
        assertThat(e.getMessage()).matches("[ -~]+");
      }
    }
    assertThat(malformed).isGreaterThan(10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "boolean( true ) | true",
        "  int(-5) | -5",
        "int (+5) | 5",
        "int(0x10) | 16",
        "int(0XffffFFFF) | -1",
        "int(-0x80000000) | -2147483648",
        "int(0b101) | 5",
        "int(-2147483648) | -2147483648",
        "byte(0xff) | -1",
        "short(0x8000) | -32768",
        "long(9L) | 9",
        "long(-9223372036854775808) | -9223372036854775808",
        "long(0xffffffffffffffff) | -1",
        "char(97) | a",
        "char(0x61) | a",
        "char('\\u0061') | a",
        "char('\\'') | '",
        "char('\"') | \"",
        "char('\\141') | a",
        "char('é') | é",
        "float(1) | 1.0",
        "float(+Infinity) | Infinity",
        "float(1.5f) | 1.5",
        "float(bits 0x3f800000) | 1.0",
        "double(1e3) | 1000.0",
        "double(0x1p3) | 8.0",
        "double(-Infinity) | -Infinity",
        "double(-0) | -0.0",
        "String(\"a\" \"b\") | ab",
        "String(\"\\s\\101\\7x\\uuu0041\") |  A\007xA",
        "String(\"é😀\") | é😀",
        "String(\"\\400\") | ` 0`",
      })
  void parse_looseSpelling_isAccepted(String line, String expected) throws Exception {
    String keyword = line.strip().replaceAll("\\W.*", "");
    Signature signature = new Signature(List.of(ParameterType.ofKeyword(keyword).orElseThrow()));
    Object value = parse("maven fuzz v1\n" + line, signature).get(0);
    assertThat(value.toString().strip()).isEqualTo(expected.strip());
  }

  @Test
  void parse_bytesWithCharactersBeyondAscii_takesTheirUtf8() throws Exception {
    List<Object> values = parse("maven fuzz v1\nbyte[](\"é\\xe9\\351\")\nint(1)", BYTES_INT);
    assertThat(values.get(0)).isEqualTo(new byte[] {(byte) 0xc3, (byte) 0xa9, -23, -23});
  }

  @Test
  void parse_byteOrderMark_isSkipped() throws Exception {
    assertThat(parse("\ufeffmaven fuzz v1\nString(\"a\")", STRING)).containsExactly("a");
    assertThat(parse("\ufeffmaven fuzz v1\nbyte[](\"a\")", BYTES)).containsExactly(bytes("a"));
  }

  @Test
  void parse_noVersionLine_isRawForOneByteArrayOnly() throws Exception {
    byte[] raw = "GET /\r\n\0\u00ff".getBytes(ISO_8859_1);
    assertThat(CorpusFile.parse(raw, BYTES)).containsExactly(raw);
    assertThat(CorpusFile.parse(new byte[0], BYTES)).containsExactly(new byte[0]);
    assertThatThrownBy(() -> CorpusFile.parse(raw, STRING))
        .hasMessageStartingWith("line 1: unknown encoding version: \"GET /\"");
    assertThatThrownBy(() -> CorpusFile.parse(raw, BYTES_INT))
        .hasMessageStartingWith("line 1: unknown encoding version: \"GET /\"");
  }

  @Test
  void format_lineBreaks_breakTheLiteral() {
    assertThat(format(List.of("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), STRING))
        .isEqualTo(
            """
            maven fuzz v1
            String(
              "GET / HTTP/1.1\\r\\n"
              "Host: a\\r\\n"
              "\\r\\n"
            )
            """);
    assertThat(format(List.of(bytes("one\n"), 5), BYTES_INT))
        .isEqualTo("maven fuzz v1\nbyte[](\"one\\n\")\nint(5)\n");
  }

  @Test
  void format_longLines_areBrokenBetweenWholeCharacters() {
    String text = format(List.of("x" + "\ud83d\ude00".repeat(1000) + "y".repeat(1000)), STRING);
    assertThat(text.lines()).allMatch(line -> line.length() <= 120).hasSize(125);
    assertThat(text.lines()).noneMatch(line -> line.startsWith("  \"\\ude00"));
  }

  @Test
  void format_everyType_isReadable() {
    Signature signature = Signature.ofDescriptor("(Ljava/lang/String;[BZBCSIJFDFFDC)V");
    List<Object> values =
        List.of(
            "caf\u00e9\t\"\\\u0000\ud800",
            new byte[] {'G', '"', 0, -1, '\n'},
            true,
            (byte) -7,
            'a',
            (short) 3,
            -5,
            9L,
            1.5f,
            Double.NaN,
            Float.intBitsToFloat(0x7fc00001),
            Float.NEGATIVE_INFINITY,
            -0.0,
            '\'');
    assertThat(format(values, signature))
        .isEqualTo(
            """
            maven fuzz v1
            String("caf\\u00e9\\t\\"\\\\\\u0000\\ud800")
            byte[]("G\\"\\x00\\xff\\n")
            boolean(true)
            byte(-7)
            char('a')
            short(3)
            int(-5)
            long(9)
            float(1.5)
            double(NaN)
            float(bits 0x7fc00001)
            float(-Infinity)
            double(-0.0)
            char('\\'')
            """);
  }

  @Test
  void format_hugeByteArray_isRaw() throws Exception {
    byte[] huge = new byte[CorpusFile.RAW_FROM];
    assertThat(CorpusFile.format(List.of(huge), BYTES)).isEqualTo(huge);
    assertExact(List.of(huge), BYTES);
  }

  @Test
  void format_largestByteArrayThatIsNotRaw_canBeReadAgain() throws Exception {
    byte[] newlines = new byte[CorpusFile.RAW_FROM - 1];
    Arrays.fill(newlines, (byte) '\n');
    assertExact(List.of(newlines), BYTES);
  }

  @Test
  void format_tooLarge_throws() {
    assertThatThrownBy(
            () -> CorpusFile.format(List.of(new byte[CorpusFile.MAX_BYTES / 4], 1), BYTES_INT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 67108864");
  }

  @Test
  void format_valuesOfOtherTypes_throws() {
    assertThatThrownBy(() -> CorpusFile.format(List.of(5), STRING))
        .hasMessage("parameter 1 of (String) is a java.lang.Integer");
    assertThatThrownBy(() -> CorpusFile.format(List.of(), STRING))
        .hasMessage("0 values for (String)");
  }

  @Test
  void nameOf_content_isStartOfItsHash() {
    assertThat(CorpusFile.nameOf(bytes("abc"))).isEqualTo("ba7816bf8f01cfea");
  }

  private static void assertExact(List<Object> values, Signature signature) throws Exception {
    byte[] file = CorpusFile.format(values, signature);
    List<Object> parsed = CorpusFile.parse(file, signature);
    assertThat(parsed).hasSameSizeAs(values);
    for (int i = 0; i < values.size(); i++) {
      Object expected = values.get(i);
      Object actual = parsed.get(i);
      if (expected instanceof byte[] bytes) {
        assertThat(Arrays.equals(bytes, (byte[]) actual)).isTrue();
      } else if (expected instanceof Float number) {
        assertThat(Float.floatToRawIntBits((float) actual))
            .isEqualTo(Float.floatToRawIntBits(number));
      } else if (expected instanceof Double number) {
        assertThat(Double.doubleToRawLongBits((double) actual))
            .isEqualTo(Double.doubleToRawLongBits(number));
      } else {
        assertThat(actual.equals(expected)).isTrue();
      }
    }
    assertThat(Arrays.equals(CorpusFile.format(parsed, signature), file)).isTrue();
  }

  private static List<Object> parse(String file, Signature signature) throws Exception {
    return CorpusFile.parse(file.getBytes(UTF_8), signature);
  }

  private static String format(List<Object> values, Signature signature) {
    return new String(CorpusFile.format(values, signature), US_ASCII);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  @Test
  void canonical_thatWouldBeTooLargeIsMalformed() throws Exception {
    Signature string = Signature.ofDescriptor("(Ljava/lang/String;)V");
    String text = "maven fuzz v1\nString(\"\u00e4\")\n";
    assertThat(CorpusFile.canonical(text.getBytes(StandardCharsets.UTF_8), string))
        .asString()
        .contains("\\u00e4");
    String large = "maven fuzz v1\nString(\"" + "\u00e4".repeat(12 << 20) + "\")\n";
    assertThatExceptionOfType(MalformedEntryException.class)
        .isThrownBy(() -> CorpusFile.canonical(large.getBytes(StandardCharsets.UTF_8), string))
        .withMessageContaining("at most 67108864 are allowed");
  }
}
