// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/** What a sequence might have instead of what it has, by what the target made of it. */
final class Suggested {
  private static final int MOST_TOKENS = 1024;
  private static final int MOST_NUMBERS = 16;

  /** What was looked for last is what the next step needs. */
  private static final int MOST_SOUGHT = 8;

  /** Single elements apart from texts: there are many of them, and most mean little. */
  final Replacements elements = new Replacements();

  final Replacements texts = new Replacements();

  /** Fields of the names that something was looked for by. */
  final Replacements fields = new Replacements();

  /** Values of other kinds in the places of values. */
  final Replacements values = new Replacements();

  /** The names of what was looked for and is not in the input. */
  final Tokens sought = new Tokens(MOST_SOUGHT);

  /** What something was compared with that is not in the input. */
  final Tokens missing = new Tokens(MOST_TOKENS);

  /** What is only mentioned. */
  final Tokens tokens = new Tokens(MOST_TOKENS);

  /** What numbers that are not in the input were compared with. */
  final Tokens missingNumbers = new Tokens(MOST_NUMBERS);

  /** What the user said might be. */
  final Tokens dictionary = new Tokens(Integer.MAX_VALUE);

  /** Lengths that the sequence might have. */
  final Lengths lengths = new Lengths();

  /** Whether parts of the sequence are compressed. */
  boolean compressed;

  /** Forgets all but what the user said. */
  void clear() {
    elements.clear();
    texts.clear();
    fields.clear();
    values.clear();
    sought.clear();
    missing.clear();
    tokens.clear();
    missingNumbers.clear();
    lengths.clear();
    compressed = false;
  }

  boolean isEmpty() {
    return elements.isEmpty()
        && texts.isEmpty()
        && fields.isEmpty()
        && values.isEmpty()
        && missing.isEmpty()
        && tokens.isEmpty()
        && missingNumbers.isEmpty()
        && lengths.isEmpty()
        && !compressed
        && dictionary.isEmpty();
  }
}
