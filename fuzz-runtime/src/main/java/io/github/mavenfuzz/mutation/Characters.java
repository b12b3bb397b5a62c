// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * Where random characters come from: tables in which a character's share is its probability, so
 * that a draw is one look-up and no branch.
 */
final class Characters {
  private static final String PRINTABLE = printable();
  // What parsers decide by, besides what every printable character gets.
  private static final String FAVOURED =
      "0123456789".repeat(4)
          + "\"'()[]{}<>".repeat(3)
          + ",.:;=/\\&|#%@!?-+*_ \t\r\n".repeat(2)
          + "aeinorstxEXT";
  // What programs get wrong. Each is one char; StringMutators.FRAGMENTS has the longer ones.
  private static final String UNUSUAL =
      "\0\0\b\f\u000B\u001B\u007F\u0085\u00A0\u00AD" // controls, soft hyphen
          + "\u00DF\u1E9E\u0130\u0131\u017F\u01C5\u212A\u212B\u03C2\u0390\uFB00" // change case
          // oddly
          + "\u0300\u0301\u0308\u0345\u20E3\uFE0F" // combine with what is before
          + "\u200B\u200C\u200D\u2060\u061C\u200E\u200F\u202E\u2066\u2069" // cannot be seen
          + "\u2028\u2029\u2003\u3000\u1680" // lines and spaces to some
          + "\uFEFF\uFEFF\uFFFD\uFFFE\uFFFF\uE000" // byte order mark, replacement, no characters
          + "\uFF10\uFF19\uFF21\u0660\u0967\u00BD\u2212" // digits, letters, minus to some
          + "\u0100\u0391\u0414\u05D0\u0628\u0E33\u1100\uAC00\u4E2D\uFDFA" // scripts
          + "\uD83D\uDC00\uDFFF"; // surrogates alone
  private static final int LATIN_1 = 0x80;

  private static final byte[] ASCII = new byte[256];

  /** How many random bits {@link #any} needs. */
  static final int BITS = 10;

  private static final char[] WHEEL = new char[1 << BITS];

  static {
    String text = PRINTABLE + FAVOURED;
    for (int i = 0; i < ASCII.length; i++) {
      ASCII[i] = (byte) text.charAt(i % text.length());
    }
    for (int i = 0; i < WHEEL.length; i++) {
      // Three quarters ASCII; the rest is half Latin-1, half the unusual.
      if (i < 768) {
        WHEEL[i] = (char) ASCII[i % ASCII.length];
      } else if (i < 896) {
        WHEEL[i] = (char) (LATIN_1 + i % LATIN_1);
      } else {
        WHEEL[i] = UNUSUAL.charAt(i % UNUSUAL.length());
      }
    }
  }

  private Characters() {}

  /** Printable ASCII, tab or line end; mostly what structures text. Takes 8 random bits. */
  static byte ascii(int bits) {
    return ASCII[bits & (ASCII.length - 1)];
  }

  /** Mostly as {@link #ascii}, else Latin-1 or something that programs get wrong. */
  static char any(int bits) {
    return WHEEL[bits & (WHEEL.length - 1)];
  }

  private static String printable() {
    StringBuilder all = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      all.append(c);
    }
    return all.toString();
  }
}
