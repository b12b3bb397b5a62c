// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * Mutators that take a text for what it mostly is, without a grammar: words, numbers, quoted parts
 * and what is between brackets are moved, repeated, nested and emptied as a whole. Each returns
 * false, with the value as it was, if it does not apply.
 */
final class SpanMutators {
  /** What starts a span that is no word. */
  private static final AsciiSet STARTING = AsciiSet.of(Syntax.QUOTES + Syntax.OPENING);

  /** As far as it is worth looking for an end. */
  private static final int REACH = 256;

  /** What is between the elements of a list, the most common first. */
  private static final String SEPARATORS = ",;&| \n";

  private static final int MOST_REPEATS = 32;

  private SpanMutators() {}

  /** Does one of these things to one span. */
  static boolean mutate(SequenceValue value, Prng random, int maxLength) {
    if (value.length < 2) {
      return false;
    }
    int start = random.nextInt(value.length);
    int end = endOfSpan(value, start);
    int length = end - start;
    if (length == 0) {
      return false;
    }
    return switch (random.nextInt(9)) {
      case 0 -> remove(value, start, length);
      case 1 -> empty(value, start, length);
      case 2 -> repeat(value, start, length, random, maxLength);
      case 3 -> nest(value, start, length, random, maxLength);
      case 4 -> insertElsewhere(value, start, length, random, maxLength);
      case 5 -> close(value, random.nextBoolean() ? end : value.length, maxLength);
      case 6 -> enlist(value, start, length, random, maxLength);
      case 7 -> takeFromMate(value, start, length, random, maxLength);
      default -> replaceAnother(value, start, length, random, maxLength);
    };
  }

  /** Where the span that starts there ends; there itself if none starts. */
  static int endOfSpan(SequenceValue value, int start) {
    if (start == value.length) {
      return start;
    }
    int first = value.element(start);
    if (STARTING.contains(first)) {
      int kind = Syntax.OPENING.indexOf(first);
      return kind < 0
          ? endOfQuote(value, start, first)
          : endOfBracket(value, start, first, Syntax.CLOSING.charAt(kind));
    }
    return endOfWord(value, start);
  }

  private static int endOfWord(SequenceValue value, int start) {
    int end = start;
    while (end < value.length && Syntax.isOfWord(value.element(end))) {
      end++;
    }
    return end;
  }

  /** The word that is there, or the rest of it; empty if none is. */
  static String wordAt(SequenceValue value, int start) {
    int end = Math.min(endOfWord(value, start), start + REACH);
    StringBuilder word = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      word.append((char) value.element(i));
    }
    return word.toString();
  }

  private static int endOfQuote(SequenceValue value, int start, int quote) {
    int limit = Math.min(value.length, start + REACH);
    for (int i = start + 1; i < limit; i++) {
      if (value.element(i) == '\\') {
        i++;
      } else if (value.element(i) == quote) {
        return i + 1;
      }
    }
    return start;
  }

  private static int endOfBracket(SequenceValue value, int start, int opening, int closing) {
    int limit = Math.min(value.length, start + REACH);
    int depth = 0;
    for (int i = start; i < limit; i++) {
      int element = value.element(i);
      if (element == opening) {
        depth++;
      } else if (element == closing && --depth == 0) {
        return i + 1;
      }
    }
    return start;
  }

  private static boolean remove(SequenceValue value, int start, int length) {
    if (length == value.length) {
      return false;
    }
    value.remove(start, length);
    return true;
  }

  /** Leaves the quotes or brackets alone. */
  private static boolean empty(SequenceValue value, int start, int length) {
    if (length < 3 || Syntax.isOfWord(value.element(start))) {
      return false;
    }
    value.remove(start + 1, length - 2);
    return true;
  }

  private static boolean repeat(
      SequenceValue value, int start, int length, Prng random, int maxLength) {
    int most = Math.min(MOST_REPEATS, (maxLength - value.length) / length);
    if (most < 1) {
      return false;
    }
    int times = random.nextLength(most);
    value.open(start + length, times * length);
    for (int i = 1; i <= times; i++) {
      value.copy(start, start + i * length, length);
    }
    return true;
  }

  /** Puts a copy of the span behind it, and between them what separates the elements of lists. */
  private static boolean enlist(
      SequenceValue value, int start, int length, Prng random, int maxLength) {
    int end = start + length;
    if (value.length + length + 1 > maxLength) {
      return false;
    }
    boolean isElement = end < value.length && SEPARATORS.indexOf(value.element(end)) >= 0;
    int separator =
        isElement
            ? value.element(end)
            : SEPARATORS.charAt(random.oneIn(2) ? 0 : random.nextInt(SEPARATORS.length()));
    value.open(end, length + 1);
    value.element(end, separator);
    value.copy(start, end + 1, length);
    return true;
  }

  /** Puts a copy of the span within itself, behind its first element. */
  private static boolean nest(
      SequenceValue value, int start, int length, Prng random, int maxLength) {
    if (length < 2 || Syntax.isOfWord(value.element(start)) || value.length + length > maxLength) {
      return false;
    }
    int inside = start + 1 + random.nextInt(length - 1);
    value.insertCopy(start, length, inside);
    return true;
  }

  private static boolean insertElsewhere(
      SequenceValue value, int start, int length, Prng random, int maxLength) {
    if (value.length + length > maxLength) {
      return false;
    }
    value.insertCopy(start, length, random.nextInt(value.length + 1));
    return true;
  }

  /** Ends the text there, and closes all brackets that are open then. */
  private static boolean close(SequenceValue value, int end, int maxLength) {
    StringBuilder open = new StringBuilder();
    for (int i = Math.max(0, end - REACH); i < end; i++) {
      int element = value.element(i);
      int kind = Syntax.OPENING.indexOf(element);
      if (kind >= 0) {
        open.append(Syntax.CLOSING.charAt(kind));
      } else if (!open.isEmpty() && open.charAt(open.length() - 1) == element) {
        open.setLength(open.length() - 1);
      }
    }
    if (open.isEmpty() || end + open.length() > maxLength) {
      return false;
    }
    value.replace(end, value.length - end, open.reverse().toString());
    return true;
  }

  private static boolean replaceAnother(
      SequenceValue value, int start, int length, Prng random, int maxLength) {
    int at = random.nextInt(value.length);
    int end = endOfSpan(value, at);
    int replaced = end - at;
    if (replaced == 0
        || (at < start + length && start < end)
        || value.length - replaced + length > maxLength) {
      return false;
    }
    value.resize(at, replaced, length);
    value.copy(start < at ? start : start + length - replaced, at, length);
    return true;
  }

  /** A span of another entry in the place of one. */
  private static boolean takeFromMate(
      SequenceValue value, int start, int length, Prng random, int maxLength) {
    SequenceValue mate = value.mate;
    if (mate == null || mate.length == 0) {
      return false;
    }
    int from = random.nextInt(mate.length);
    int count = endOfSpan(mate, from) - from;
    if (count == 0
        || value.length - length + count > maxLength
        || (count == length && value.isSame(start, mate, from, count))) {
      return false;
    }
    value.resize(start, length, count);
    value.copy(mate, from, start, count);
    return true;
  }
}
