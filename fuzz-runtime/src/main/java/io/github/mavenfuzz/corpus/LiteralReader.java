// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the quoted literals of a corpus file: strings, byte strings, characters. */
final class LiteralReader {
  private static final int MAX_OCTAL = 0xff;

  private final Cursor cursor;

  LiteralReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads adjacent quoted pieces, at least one, as one string. */
  String readString() throws MalformedEntryException {
    StringBuilder value = new StringBuilder();
    requireQuote(ParameterType.STRING);
    while (cursor.skip('"')) {
      while (!cursor.skip('"')) {
        if (cursor.skip('\\')) {
          value.append((char) readEscape(false));
        } else {
          value.appendCodePoint(readPlain());
        }
      }
      cursor.skipWhitespace();
    }
    return value.toString();
  }

  /** Reads adjacent quoted pieces, at least one, as bytes. */
  byte[] readBytes() throws MalformedEntryException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    requireQuote(ParameterType.BYTES);
    while (cursor.skip('"')) {
      while (!cursor.skip('"')) {
        int c = cursor.skip('\\') ? readEscape(true) : -1;
        if (c < 0) {
          c = readPlain();
          if (c >= 0x80) {
            value.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            continue;
          }
        }
        value.write(c);
      }
      cursor.skipWhitespace();
    }
    return value.toByteArray();
  }

  /** Reads one character in single quotes, the first of which is here. */
  char readChar() throws MalformedEntryException {
    cursor.advance();
    if (cursor.peek() == '\'') {
      throw cursor.error("empty character literal");
    }
    int c = cursor.skip('\\') ? readEscape(false) : readPlain();
    if (!Character.isBmpCodePoint(c)) {
      throw cursor.error(
          String.format(Locale.ROOT, "a char is 16 bits: U+%X needs two, as in a String", c));
    }
    if (!cursor.skip('\'')) {
      throw cursor.error("character literal without closing quote: found " + cursor.found());
    }
    return (char) c;
  }

  private void requireQuote(ParameterType type) throws MalformedEntryException {
    cursor.skipWhitespace();
    if (cursor.peek() != '"') {
      throw cursor.error(
          "string literal required for type %s: found %s"
              .formatted(type.keyword(), cursor.found()));
    }
  }

  private int readPlain() throws MalformedEntryException {
    int c = cursor.peek();
    if (c == Cursor.END || c == '\n' || c == '\r') {
      throw cursor.error("literal without closing quote");
    }
    if ((c < ' ' && c != '\t') || c == 0x7f) {
      throw cursor.error(
          String.format(Locale.ROOT, "control character 0x%02x in a literal: escape it", c));
    }
    return cursor.takeCodePoint();
  }

  /** Reads what follows a backslash. */
  private int readEscape(boolean bytes) throws MalformedEntryException {
    int c = cursor.peek();
    if (c >= '0' && c <= '7') {
      return readOctal();
    }
    if (c == (bytes ? 'x' : 'u')) {
      return readHex(bytes);
    }
    int value =
        switch (c) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 's' -> ' ';
          case '"', '\'', '\\' -> c;
          default -> throw unknownEscape(bytes);
        };
    cursor.advance();
    return value;
  }

  private int readHex(boolean bytes) throws MalformedEntryException {
    if (bytes) {
      cursor.advance();
    } else {
      // Java allows any number of them.
      while (cursor.skip('u')) {}
    }
    int value = 0;
    for (int i = 0; i < (bytes ? 2 : 4); i++) {
      int digit = Character.digit(cursor.peek(), 16);
      if (digit < 0 || cursor.peek() >= 0x80) {
        throw cursor.error(
            (bytes ? "\\x takes 2" : "\\u takes 4") + " hex digits: found " + cursor.found());
      }
      value = value << 4 | digit;
      cursor.advance();
    }
    return value;
  }

  /** Reads one to three octal digits as Java does, the first of which is here. */
  private int readOctal() {
    int value = 0;
    for (int i = 0; i < 3; i++) {
      int digit = cursor.peek() - '0';
      if (digit < 0 || digit > 7 || value * 8 + digit > MAX_OCTAL) {
        break;
      }
      value = value * 8 + digit;
      cursor.advance();
    }
    return value;
  }

  private MalformedEntryException unknownEscape(boolean bytes) {
    if (cursor.peek() == Cursor.END) {
      return cursor.error("literal without closing quote");
    }
    String hint =
        bytes
            ? "a byte[] literal knows \\xNN \\n \\r \\t \\b \\f \\s \\\" \\' \\\\ and octal"
            : "a String or char literal knows \\uXXXX \\n \\r \\t \\b \\f \\s \\\" \\' \\\\ and octal";
    return cursor.error("unknown escape: backslash before %s; %s".formatted(cursor.found(), hint));
  }
}
