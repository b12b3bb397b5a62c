// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

/** Writes characters as in Java source: printable ASCII as it is, everything else escaped. */
final class Escapes {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Escapes() {}

  static boolean isPrintable(int c) {
    return c >= ' ' && c <= '~';
  }

  /** Appends one character of a literal that {@code quote} encloses. */
  static void appendChar(StringBuilder out, char c, char quote) {
    if (appendCommon(out, c, quote)) {
      return;
    }
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default ->
          out.append("\\u")
              .append(HEX[c >> 12])
              .append(HEX[c >> 8 & 15])
              .append(HEX[c >> 4 & 15])
              .append(HEX[c & 15]);
    }
  }

  /** Appends one byte of a {@code byte[]} literal: {@code \xNN} unless it reads as ASCII. */
  static void appendByte(StringBuilder out, byte b) {
    if (!appendCommon(out, (char) (b & 0xff), '"')) {
      out.append("\\x").append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
    }
  }

  /** The text as a literal, cut with dots after so many characters, for a message. */
  static String quote(String text, int limit) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), limit); i++) {
      appendChar(out, text.charAt(i), '"');
    }
    return out.append(text.length() > limit ? "...\"" : "\"").toString();
  }

  /** Appends what chars and bytes write alike; false if that is nothing. */
  private static boolean appendCommon(StringBuilder out, char c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (!isPrintable(c)) {
          return false;
        }
        if (c == quote) {
          out.append('\\');
        }
        out.append(c);
      }
    }
    return true;
  }
}
