// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A place in the bytes of a corpus file. Only moves forward; counts the lines. */
final class Cursor {
  static final int END = -1;

  /** How much of a file a message quotes. */
  private static final int QUOTED = 40;

  private final byte[] content;
  private int position;
  private int line = 1;

  Cursor(byte[] content, int position) {
    this.content = content;
    this.position = position;
  }

  int line() {
    return line;
  }

  /** The byte here, 0 to 255, or {@link #END}. */
  int peek() {
    return position < content.length ? content[position] & 0xff : END;
  }

  /** Moves over one byte, which there must be. */
  void advance() {
    if (content[position++] == '\n') {
      line++;
    }
  }

  boolean skip(char expected) {
    if (peek() != expected) {
      return false;
    }
    advance();
    return true;
  }

  /** Moves to the next byte of this line that is not blank; a carriage return is. */
  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r') {
      advance();
    }
  }

  /** Moves to the next byte of any line that is not blank. */
  void skipWhitespace() {
    skipBlanks();
    while (skip('\n')) {
      skipBlanks();
    }
  }

  /** Takes all up to a character or the end of the line, but at most so many bytes. */
  String takeUntil(char stop, int limit) {
    int start = position;
    while (peek() != stop && peek() != '\n' && peek() != END && position - start < limit) {
      position++;
    }
    return text(start, position);
  }

  /** Takes what a number or a word may consist of; too much of it is an error. */
  String takeWord(int limit) throws MalformedEntryException {
    int start = position;
    while (isWordPart(peek())) {
      position++;
      if (position - start > limit) {
        throw error("number or word of more than " + limit + " characters");
      }
    }
    return text(start, position);
  }

  /** Takes one character of UTF-8. */
  int takeCodePoint() throws MalformedEntryException {
    int first = peek();
    int length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    boolean valid = first < 0x80 || (first >= 0xc2 && first <= 0xf4);
    int codePoint = length == 1 ? first : first & (0xff >> (length + 1));
    for (int i = 1; valid && i < length; i++) {
      int next = position + i < content.length ? content[position + i] : 0;
      valid = (next & 0xc0) == 0x80;
      codePoint = codePoint << 6 | (next & 0x3f);
    }
    boolean overlong = (length == 3 && codePoint < 0x800) || (length == 4 && codePoint < 0x10000);
    boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (!valid || overlong || surrogate || codePoint > Character.MAX_CODE_POINT) {
      throw error(String.format(Locale.ROOT, "not UTF-8: byte 0x%02x", first));
    }
    for (int i = 0; i < length; i++) {
      advance();
    }
    return codePoint;
  }

  /** What stands here, for a message. */
  String found() {
    if (peek() == END) {
      return "the end of the file";
    }
    if (peek() == '\n' || peek() == '\r') {
      return "the end of the line";
    }
    int end = position;
    // A character more than is quoted, four bytes at most: enough to know that there is more.
    int limit = Math.min(content.length, position + 4 * (QUOTED + 1));
    while (end < limit && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    return Escapes.quote(text(position, end), QUOTED);
  }

  MalformedEntryException error(String reason) {
    return new MalformedEntryException(line, reason);
  }

  private String text(int start, int end) {
    return new String(content, start, end - start, StandardCharsets.UTF_8);
  }

  private static boolean isWordPart(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '.'
        || c == '+'
        || c == '-'
        || c == '_';
  }
}
