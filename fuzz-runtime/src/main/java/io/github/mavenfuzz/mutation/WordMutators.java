// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * Puts words, of the dictionary or of the text itself, into a text in what texts of many kinds put
 * around words: tags, attributes, names of fields. What a parser that cannot be looked into takes
 * for none of these tells nothing, so that one would have to come about all at once by chance.
 */
final class WordMutators {
  private static final char ONE = 1;
  private static final char OTHER = 2;

  /** What comes before something and what behind it, with places for two words. */
  private static final String[][] PATTERNS = {
    {"<#>", "</#>"},
    {"<#/>", ""},
    {" #=\"@\"", ""},
    {"<# @=\"", "\"/>"},
    {"\"#\":", ""},
    {",\"#\":\"@\"", ""},
    {"{\"#\":", "}"},
    {"#=@&", ""},
    {"#=@\n", ""},
    {"\n#: @", ""},
    {"#(", ")"},
    {"\"#\"", ""},
    {"[#", "]"},
    {"${#", "}"}
  };

  static {
    for (String[] pattern : PATTERNS) {
      for (int i = 0; i < pattern.length; i++) {
        pattern[i] = pattern[i].replace('#', ONE).replace('@', OTHER);
      }
    }
  }

  private WordMutators() {}

  /** Puts some around nothing, or a part of the text; false if it does not apply. */
  static boolean mutate(SequenceValue value, Prng random, int maxLength) {
    String word = word(value, random);
    if (word.isEmpty()) {
      return false;
    }
    String other =
        random.oneIn(4)
            ? NumberMutators.INTERESTING[random.nextInt(NumberMutators.INTERESTING.length)]
            : word(value, random);
    String[] pattern = PATTERNS[random.nextInt(PATTERNS.length)];
    String before = fill(pattern[0], word, other);
    String after = fill(pattern[1], word, other);
    if (value.length + before.length() + after.length() > maxLength) {
      return false;
    }
    int start = random.nextInt(value.length + 1);
    int end = SpanMutators.endOfSpan(value, start);
    switch (random.nextInt(3)) {
      case 0 -> start = end;
      case 1 -> end = start;
      default -> {}
    }
    value.replace(end, 0, after);
    value.replace(start, 0, before);
    return true;
  }

  private static String fill(String pattern, String word, String other) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case ONE -> text.append(word);
        case OTHER -> text.append(other);
        default -> text.append(pattern.charAt(i));
      }
    }
    return text.toString();
  }

  /** Empty if there is none where it is looked for. */
  private static String word(SequenceValue value, Prng random) {
    String token = random.oneIn(4) ? "" : value.suggestions.anyToken(random);
    return token.isEmpty() ? SpanMutators.wordAt(value, random.nextInt(value.length + 1)) : token;
  }
}
