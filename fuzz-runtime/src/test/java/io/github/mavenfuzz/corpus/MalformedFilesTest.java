// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that a reader of a malformed file may see. */
class MalformedFilesTest {
  private static final Signature STRING = Signature.ofDescriptor("(Ljava/lang/String;)V");
  private static final Signature BYTES = Signature.ofDescriptor("([B)V");
  private static final Signature BYTES_BYTE = Signature.ofDescriptor("([BB)V");
  private static final String SUPPORTED =
      "byte[], String, boolean, byte, char, short, int, long, float, double";

  @ParameterizedTest
  @MethodSource
  void parse_malformedFile_saysWhere(String file, int line, String reason) {
    MalformedEntryException e = malformed(file, STRING);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.line()).isEqualTo(line);
    assertThat(e).hasMessage("line " + line + ": " + reason);
  }

  static Stream<Arguments> parse_malformedFile_saysWhere() {
    String firstLine = ": the first line must be maven fuzz v1";
    return Stream.of(
        file("", 1, "must include version and at least one value: the file is empty"),
        file("maven fuzz v1", 1, "must include version and at least one value"),
        file("maven fuzz v1\r\n\n", 3, "must include version and at least one value"),
        file("maven fuzz v2\n", 1, "unknown encoding version: \"maven fuzz v2\"" + firstLine),
        file("\nmaven fuzz v1\n", 1, "unknown encoding version: none" + firstLine),
        file("\u001b[31m", 1, "unknown encoding version: \"\\u001b[31m\"" + firstLine),
        file(
            "x".repeat(100),
            1,
            "unknown encoding version: \"" + "x".repeat(40) + "...\"" + firstLine),
        file(
            "maven fuzz v1" + " ".repeat(99) + "x",
            1,
            "unknown encoding version: \"maven fuzz v1" + " ".repeat(27) + "...\"" + firstLine),
        file(
            "maven fuzz v1\nString(\"a\")\nint(1)\n",
            3,
            "wrong number of values in corpus entry: 2, want 1"),
        file(
            "maven fuzz v1\n" + "int(1)\n".repeat(1000),
            259,
            "wrong number of values in corpus entry: more than 256, want 1"),
        file(
            "maven fuzz v1\nint(1)\n",
            2,
            "mismatched types in corpus entry: [int], want [String]"));
  }

  @ParameterizedTest
  @MethodSource
  void parse_malformedValue_saysWhy(String value, String reason) {
    MalformedEntryException e = malformed("maven fuzz v1\n" + value, STRING);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.line()).isEqualTo(2);
  }

  static Stream<Arguments> parse_malformedValue_saysWhy() {
    return Stream.concat(malformedLiterals(), malformedNumbers());
  }

  private static Stream<Arguments> malformedLiterals() {
    return Stream.of(
        value("hello", "value such as int(5) or String(\"a\") expected: found \"hello\""),
        value(
            "x".repeat(99) + "(",
            "value such as int(5) or String(\"a\") expected: found \"" + "x".repeat(40) + "...\""),
        value("string(\"a\")", "unknown type \"string\": expected one of " + SUPPORTED),
        value("(\"a\")", "unknown type \"\": expected one of " + SUPPORTED),
        value("String()", "string literal required for type String: found \")\""),
        value("String(a)", "string literal required for type String: found \"a)\""),
        value("byte[](", "string literal required for type byte[]: found the end of the file"),
        value("String(\"a\" 5)", "')' expected: found \"5)\""),
        value("String(\"a\"", "')' expected: found the end of the file"),
        value("String(\"a\") int(5)", "one value per line expected: found \"int(5)\""),
        value("String(\"a", "literal without closing quote"),
        value("String(\"a\n\")", "literal without closing quote"),
        value("String(\"a\\", "literal without closing quote"),
        value("String(\"\0\")", "control character 0x00 in a literal: escape it"),
        value("String(\"\u007f\")", "control character 0x7f in a literal: escape it"),
        value("String(\"\u00e9\")", "not UTF-8: byte 0xe9"),
        value("String(\"\u00c0\u0080\")", "not UTF-8: byte 0xc0"),
        value("String(\"\u00ed\u00a0\u0080\")", "not UTF-8: byte 0xed"),
        value("String(\"\u00f4\u0090\u0080\u0080\")", "not UTF-8: byte 0xf4"),
        value("String(\"\u00e2\u0082", "not UTF-8: byte 0xe2"),
        value("String(\"\\u12\")", "\\u takes 4 hex digits: found \"\\\")\""),
        value("byte[](\"\\x1\")", "\\x takes 2 hex digits: found \"\\\")\""),
        value(
            "String(\"\\x41\")",
            "unknown escape: backslash before \"x41\\\")\"; a String or char literal knows"
                + " \\uXXXX \\n \\r \\t \\b \\f \\s \\\" \\' \\\\ and octal"),
        value(
            "byte[](\"\\u0041\")",
            "unknown escape: backslash before \"u0041\\\")\"; a byte[] literal knows"
                + " \\xNN \\n \\r \\t \\b \\f \\s \\\" \\' \\\\ and octal"),
        value("char('')", "empty character literal"),
        value("char('ab')", "character literal without closing quote: found \"b')\""),
        value(
            "char('\u00f0\u009f\u0098\u0080')",
            "a char is 16 bits: U+1F600 needs two, as in a String"));
  }

  private static Stream<Arguments> malformedNumbers() {
    return Stream.of(
        value("boolean(yes)", "true or false required for type boolean: found \"yes)\""),
        value("boolean()", "true or false required for type boolean: found \")\""),
        value("int()", "integer literal required for type int: found \")\""),
        value("int(1_000)", "integer literal required for type int: found \"1_000)\""),
        value("int(5L)", "integer literal required for type int: found \"5L)\""),
        value("int(+-5)", "integer literal required for type int: found \"+-5)\""),
        value("int(0x)", "integer literal required for type int: found \"0x)\""),
        value("int('a')", "integer literal required for type int: found \"'a')\""),
        value("int(1.5)", "integer literal required for type int: found \"1.5)\""),
        value("int(010)", "010 starts with 0: octal to Java; write it without, or as 0x..."),
        value("int(5", "')' expected: found the end of the file"),
        value("byte(128)", "128 is out of range for byte: -128 to 127"),
        value("byte(0x100)", "0x100 is out of range for byte: -128 to 127"),
        value("byte(-0x81)", "-0x81 is out of range for byte: -128 to 127"),
        value("char(-1)", "-1 is out of range for char: 0 to 65535"),
        value("char(65536)", "65536 is out of range for char: 0 to 65535"),
        value("int(2147483648)", "2147483648 is out of range for int: -2147483648 to 2147483647"),
        value("long(9223372036854775808)", "9223372036854775808" + longRange()),
        value("long(-9223372036854775809)", "-9223372036854775809" + longRange()),
        value("long(1" + "0".repeat(99) + ")", "1" + "0".repeat(39) + "..." + longRange()),
        value("long(" + "1".repeat(3000) + ")", "number or word of more than 2000 characters"),
        value("float(abc)", "number required for type float: found \"abc)\""),
        value("double()", "number required for type double: found \")\""),
        value(
            "double(1e999)",
            "1e999 is out of range for double: for infinity write double(Infinity) or"
                + " double(-Infinity)"),
        value(
            "float(-1e39)",
            "-1e39 is out of range for float: for infinity write float(Infinity) or"
                + " float(-Infinity)"),
        value("float(bits)", "hexadecimal number required after bits: found \")\""),
        value("float(bits NaN)", "hexadecimal number required after bits: found \"NaN)\""));
  }

  @Test
  void parse_tooFewOrOtherValues_saysWhatIsWanted() {
    assertThat(malformed("maven fuzz v1\nbyte[](\"a\")\n", BYTES_BYTE))
        .hasMessage("line 2: wrong number of values in corpus entry: 1, want 2");
    assertThat(malformed("maven fuzz v1\nString(\n\"a\"\n)\nint(1)\n", BYTES_BYTE))
        .hasMessage("line 2: mismatched types in corpus entry: [String, int], want [byte[], byte]");
    assertThat(malformed("maven fuzz v1\nbyte[](\n\"a\"\n)\nint(1)\n", BYTES_BYTE))
        .hasMessage("line 5: mismatched types in corpus entry: [byte[], int], want [byte[], byte]");
  }

  @Test
  void parse_malformedPiece_namesItsLine() {
    assertThat(malformed("maven fuzz v1\nString(\n  \"a\"\n  \"\\q\"\n)\n", STRING).line())
        .isEqualTo(4);
  }

  @Test
  void parse_rawBytesWithVersionLine_areText() {
    assertThat(malformed("maven fuzz v9", BYTES))
        .hasMessageContaining("unknown encoding version: \"maven fuzz v9\"");
  }

  @Test
  void parse_tooLarge_isRefused() {
    MalformedEntryException e =
        catchThrowableOfType(
            MalformedEntryException.class,
            () -> CorpusFile.parse(new byte[CorpusFile.MAX_BYTES + 1], BYTES));
    assertThat(e).hasMessage("line 1: file of 67108865 bytes: at most 67108864 are allowed");
  }

  private static MalformedEntryException malformed(String file, Signature signature) {
    return catchThrowableOfType(
        MalformedEntryException.class,
        () -> CorpusFile.parse(file.getBytes(ISO_8859_1), signature));
  }

  private static String longRange() {
    return " is out of range for long: -9223372036854775808 to 9223372036854775807";
  }

  private static Arguments file(String file, int line, String reason) {
    return Arguments.of(file, line, reason);
  }

  private static Arguments value(String value, String reason) {
    return Arguments.of(value, reason);
  }
}
