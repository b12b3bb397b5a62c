// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/** What most texts are made of, whatever they mean: words, numbers, quotes and brackets. */
final class Syntax {
  static final String OPENING = "([{<";

  /** What closes each of those, in the same order. */
  static final String CLOSING = ")]}>";

  static final String QUOTES = "\"'`";

  private static final AsciiSet WORD =
      AsciiSet.of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-.");

  private static final AsciiSet QUOTE = AsciiSet.of(QUOTES);

  private Syntax() {}

  static boolean isOfWord(int element) {
    return WORD.contains(element);
  }

  static boolean isQuote(int element) {
    return QUOTE.contains(element);
  }

  static boolean isDigit(int element) {
    return element >= '0' && element <= '9';
  }

  /** Whether it is one word, or a number. */
  static boolean isWord(String text) {
    return !text.isEmpty() && text.chars().allMatch(Syntax::isOfWord);
  }

  /** Whether a word, or what is in quotes, may end there: behind it comes no more of it. */
  static boolean endsWord(String text, int at) {
    return isOfWord(text.charAt(at - 1)) && (at == text.length() || !isOfWord(text.charAt(at)));
  }

  /** Whether there is a word from one place to the other that is no part of a quoted text. */
  static boolean isUnquotedWord(String text, int start, int end) {
    return isWord(text.substring(start, end))
        && (start == 0 || !isOfText(text.charAt(start - 1)))
        && (end == text.length() || !isOfWord(text.charAt(end)));
  }

  private static boolean isOfText(int element) {
    return isQuote(element) || isOfWord(element);
  }
}
