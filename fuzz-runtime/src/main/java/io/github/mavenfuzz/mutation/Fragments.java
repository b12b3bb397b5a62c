// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * Pieces that many texts have. What inserts them returns false, with the value as it was, if there
 * is no room.
 */
final class Fragments {
  // What opens something, then what closes it.
  private static final String[][] PAIRS = {
    {"\"", "\""},
    {"'", "'"},
    {"(", ")"},
    {"[", "]"},
    {"{", "}"},
    {"<", ">"},
    {"<a>", "</a>"},
    {"/*", "*/"},
    {"<!--", "-->"},
    {"<![CDATA[", "]]>"},
    {"${", "}"},
    {"`", "`"}
  };

  /** What no single char is. Characters has those that one char is. */
  private static final String[] FRAGMENTS = {
    "\uD83D\uDE00", // an emoji: two chars, one code point
    "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // several, shown as one
    "\uD83C\uDDE9\uD83C\uDDEA", // a flag
    "\uD801\uDC00", // a capital letter with a small one
    "\uD835\uDFD9", // a digit
    "\uDBFF\uDFFF", // the last code point
    "e\u0301",
    "\r\n",
    "//",
    "\\\\",
    "\\n",
    "\\u0000",
    "\\uD800",
    "&amp;",
    "&#x0;",
    "%00",
    "%s",
    "../",
    "--",
    "://",
    "::",
    "true",
    "null",
    "0x",
    "T00:00:00Z"
  };

  private Fragments() {}

  static boolean insert(SequenceValue value, Prng random, int maxLength) {
    String fragment = FRAGMENTS[random.nextInt(FRAGMENTS.length)];
    if (value.length + fragment.length() > maxLength) {
      return false;
    }
    value.replace(random.nextInt(value.length + 1), 0, fragment);
    return true;
  }

  /**
   * Around nothing, around a part of the text, or in its place: both at once, since neither is of
   * use alone.
   */
  static boolean insertPair(SequenceValue value, Prng random, int maxLength) {
    String[] pair = PAIRS[random.nextInt(PAIRS.length)];
    if (value.length + pair[0].length() + pair[1].length() > maxLength) {
      return false;
    }
    int start = random.nextInt(value.length + 1);
    int end =
        random.nextBoolean()
            ? SpanMutators.endOfSpan(value, start)
            : start + random.nextInt(value.length - start + 1);
    int replaced = random.oneIn(4) ? end - start : 0;
    value.replace(end - replaced, replaced, pair[1]);
    value.replace(start, 0, pair[0]);
    return true;
  }
}
