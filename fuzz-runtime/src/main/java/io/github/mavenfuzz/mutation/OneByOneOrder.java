// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * The order in which what is suggested is followed one by one. Likely are fields, and what was
 * found in the input and compared last as it is replaced; possible are the other replacements, what
 * is missing as it is put at each place, the same with counts, and at last what says less.
 */
final class OneByOneOrder {
  private static final int MOST = 2048;

  /** Of what may be replaced, so much that was compared last. */
  private static final int MOST_LIKELY = 64;

  private static final int MOST_PLACES = 64;

  /** A token is inserted, or replaces something. */
  private static final int WAYS = 2;

  /** Of counts, the nearest one changes, or all do. */
  private static final int WAYS_TO_COUNT = 2;

  private final Suggested suggested;
  private boolean withCounts = true;

  OneByOneOrder(Suggested suggested) {
    this.suggested = suggested;
  }

  /** Counts of what becomes longer or shorter are not changed any more. */
  void leaveOutCounts() {
    withCounts = false;
  }

  /** Whether counts are changed. */
  boolean usesCounts() {
    return withCounts;
  }

  /** How many there are for that value. */
  int count(Promise promise, SequenceValue value) {
    return promise == Promise.LIKELY
        ? suggested.fields.size() + likelyTexts()
        : suggested.texts.size()
            - likelyTexts()
            + suggested.values.size()
            + plain(value)
            + counted(value)
            + others(value);
  }

  private int likelyTexts() {
    return Math.min(suggested.texts.size(), MOST_LIKELY);
  }

  private int plain(SequenceValue value) {
    return Math.min(MOST, suggested.missing.size() * ways(value));
  }

  private int counted(SequenceValue value) {
    int count = WAYS_TO_COUNT * (suggested.texts.size() + suggested.missing.size() * places(value));
    return withCounts ? Math.min(MOST, count) : 0;
  }

  private int others(SequenceValue value) {
    int words = suggested.dictionary.size() + suggested.tokens.size();
    return Math.min(MOST, suggested.elements.size() + words * ways(value));
  }

  /** How many places there are to put a token. */
  private static int places(SequenceValue value) {
    return Math.min(value.length, MOST_PLACES) + 1;
  }

  private static int ways(SequenceValue value) {
    return WAYS * places(value);
  }

  /** Follows the one with that number; false, with the value as it was, if it does not fit. */
  boolean follow(Promise promise, int number, SequenceValue value, int maxLength) {
    return promise == Promise.LIKELY
        ? followLikely(number, value, maxLength)
        : followPossible(number, value, maxLength);
  }

  /** In turn, so that none waits for all of the others. */
  private boolean followLikely(int number, SequenceValue value, int maxLength) {
    int fields = suggested.fields.size();
    int both = Math.min(fields, likelyTexts());
    boolean isField = number < 2 * both ? number % 2 > 0 : fields > both;
    int one = number < 2 * both ? number / 2 : number - both;
    return (isField ? suggested.fields : suggested.texts).apply(one, value, maxLength);
  }

  private boolean followPossible(int first, SequenceValue value, int maxLength) {
    Replacements texts = suggested.texts;
    Replacements values = suggested.values;
    int number = first - (texts.size() - likelyTexts());
    if (number < 0) {
      return texts.apply(texts.size() + number, value, maxLength);
    }
    number -= values.size();
    if (number < 0) {
      return values.apply(values.size() + number, value, maxLength);
    }
    int plain = plain(value);
    int counted = counted(value);
    if (number < plain) {
      int ways = ways(value);
      return put(suggested.missing.get(number / ways), number % ways, value, maxLength);
    }
    return number < plain + counted
        ? followWithCounts(number - plain, value, maxLength)
        : followOther(number - plain - counted, value, maxLength);
  }

  private boolean followWithCounts(int number, SequenceValue value, int maxLength) {
    boolean all = number % WAYS_TO_COUNT > 0;
    int rest = number / WAYS_TO_COUNT;
    if (rest < suggested.texts.size()) {
      return suggested.texts.applyWithCounts(rest, all, value, maxLength);
    }
    rest -= suggested.texts.size();
    int places = places(value);
    String text = suggested.missing.get(rest / places);
    return Counts.replace(value, rest % places, 0, text, all, maxLength);
  }

  private boolean followOther(int number, SequenceValue value, int maxLength) {
    if (number < suggested.elements.size()) {
      return suggested.elements.apply(number, value, maxLength);
    }
    int rest = number - suggested.elements.size();
    int ways = ways(value);
    int word = rest / ways;
    Tokens dictionary = suggested.dictionary;
    String text =
        word < dictionary.size()
            ? dictionary.get(word)
            : suggested.tokens.get(word - dictionary.size());
    return put(text, rest % ways, value, maxLength);
  }

  /** Inserts a token, or puts it in the place of a word or the like. */
  private static boolean put(String text, int way, SequenceValue value, int maxLength) {
    int at = way / WAYS;
    int over = way % WAYS == 0 ? 0 : SpanMutators.endOfSpan(value, at) - at;
    if ((way % WAYS > 0 && over == 0) || value.length - over + text.length() > maxLength) {
      return false;
    }
    value.replace(at, over, text);
    return true;
  }
}
