// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Comparison.Mention;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.comparison.Comparison.OfTexts;
import io.github.mavenfuzz.comparison.Comparison.Relation;
import io.github.mavenfuzz.comparison.Comparison.Sought;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the parts of a sequence were compared with, as what may take their place: REDQUEEN's
 * input-to-state correspondence (Aschermann et al., NDSS 2019). A part is found by its value, in
 * every {@link Encoding}.
 */
final class Suggestions {

  /** A text may be in the input many times: one of the first places is mostly the right one. */
  private static final int MOST_PLACES = 8;

  /** A text that is empty. */
  private static final List<String> EMPTY = List.of("\"\"", "''");

  private static final int MOST_LENGTHS = 16;
  private static final int MOST_TOKENS = 1024;
  private static final int MOST_NUMBERS = 16;

  /** What was looked for last is what the next step needs. */
  private static final int MOST_SOUGHT = 8;

  /** Of what may be replaced, so much that was compared last. */
  private static final int MOST_LIKELY = 64;

  /** Most numbers that are compared are a loop's or a length: words say more. */
  private static final int TURNS_PER_NUMBER = 4;

  private static final int LARGEST_DIGIT = 9;
  private static final int MOST_ONE_BY_ONE = 2048;
  private static final int MOST_CODED = 16;

  /** Less than that is in what something happens to be the code of by chance. */
  private static final int LEAST_CODED = 2;

  private static final int MOST_PLACES_OF_TOKENS = 64;

  /** A token is inserted, or replaces something. */
  private static final int WAYS = 2;

  /** Of counts, the nearest one changes, or all do. */
  private static final int WAYS_TO_COUNT = 2;

  /** Single elements apart from texts: there are many of them, and most mean little. */
  private final Replacements elements = new Replacements();

  private final Replacements texts = new Replacements();

  /** Fields of the names that something was looked for by. */
  private final Replacements fields = new Replacements();

  /** Values of other kinds in the places of values. */
  private final Replacements values = new Replacements();

  /** The names of what was looked for and is not in the input. */
  private final Tokens sought = new Tokens(MOST_SOUGHT);

  /** What something was compared with that is not in the input. */
  private final Tokens missing = new Tokens(MOST_TOKENS);

  /** What is only mentioned. */
  private final Tokens tokens = new Tokens(MOST_TOKENS);

  /** What numbers that are not in the input were compared with. */
  private final Tokens missingNumbers = new Tokens(MOST_NUMBERS);

  /** What the user said might be. */
  private final Tokens dictionary = new Tokens(Integer.MAX_VALUE);

  /** Lengths that the sequence might have. */
  private final int[] lengths = new int[MOST_LENGTHS];

  private int lengthCount;

  private boolean any;
  private boolean wanted = true;
  private boolean withCounts = true;

  // Of the value that is being learned from.
  private String image = "";

  /** Whether a text that takes the place of a number may have to be in quotes. */
  private boolean quoting;

  private List<Coded> coded = List.of();

  /** What is decoded for certain, as something was compared that is only there. */
  private final Set<Coded> decoded = new LinkedHashSet<>();

  private BitSet present = new BitSet();
  private final Records records = new Records();

  /** Learns what an execution on that value compared; what was known is forgotten. */
  void learn(SequenceValue value, boolean bytes, List<Comparison> comparisons) {
    elements.clear();
    texts.clear();
    fields.clear();
    values.clear();
    sought.clear();
    missing.clear();
    tokens.clear();
    lengthCount = 0;
    missingNumbers.clear();
    image = value.image();
    present = Encoding.elementsOf(image);
    quoting = "\"{[".chars().anyMatch(c -> image.indexOf(c) >= 0);
    coded = Coded.in(image);
    decoded.clear();
    records.clear();
    BitSet anywhere = (BitSet) present.clone();
    coded.forEach(one -> one.content().chars().forEach(anywhere::set));
    Encoding encoding = new Encoding(bytes, image, anywhere);
    // What was compared last says most of what comes next.
    for (int i = comparisons.size() - 1; i >= 0; i--) {
      learn(comparisons.get(i), bytes, encoding);
    }
    for (Comparison comparison : comparisons) {
      if (comparison instanceof Mention mention) {
        tokens.add(Encoding.elements(mention.text(), bytes));
      }
    }
    placeMissingInCodes();
    if (!comparisons.isEmpty()) {
      Fields some = new Fields(value, image);
      some.addNamed(sought, missingNumbers, fields);
      some.addValues(values);
    }
    records.suggest(value, image, texts);
    image = "";
    coded = List.of();
    any =
        lengthCount > 0
            || !elements.isEmpty()
            || !texts.isEmpty()
            || !fields.isEmpty()
            || !values.isEmpty()
            || !missing.isEmpty()
            || !tokens.isEmpty()
            || !missingNumbers.isEmpty()
            || !dictionary.isEmpty();
  }

  /** Tokens, a char per byte, that are never forgotten. */
  void remember(boolean bytes, List<String> words) {
    for (String word : words) {
      dictionary.add(bytes ? word : Encoding.text(word));
    }
    any |= !dictionary.isEmpty();
  }

  private void learn(Comparison comparison, boolean bytes, Encoding encoding) {
    boolean isThere = false;
    for (Encoding.Form form : encoding.forms(comparison)) {
      isThere |= replace(form.from(), form.to());
    }
    if (comparison instanceof OfNumbers numbers) {
      if (!isThere) {
        missNumber(numbers.right());
      }
      addLength(numbers.left(), numbers.right());
      addLength(numbers.right(), numbers.left());
    } else if (comparison instanceof OfTexts some) {
      learn(some, bytes);
    } else if (comparison instanceof Sought some) {
      seek(Encoding.elements(some.text(), bytes));
    }
  }

  /** What something is compared with that is nowhere in the input: it may have to be written. */
  private void missNumber(long number) {
    if (number > LARGEST_DIGIT || number < -LARGEST_DIGIT) {
      missingNumbers.add(Long.toString(number));
    }
  }

  private void learn(OfTexts texts, boolean bytes) {
    String right = Encoding.elements(texts.right(), bytes);
    boolean isRightThere = isThere(right);
    if (!isRightThere) {
      miss(right);
    }
    if (texts.relation() == Relation.EQUAL) {
      String left = Encoding.elements(texts.left(), bytes);
      boolean isLeftThere = isThere(left);
      if (!isLeftThere) {
        miss(left);
      }
      if (left.isEmpty()) {
        EMPTY.forEach(quotes -> fill(quotes, right));
      }
      if (isLeftThere != isRightThere) {
        records.add(isLeftThere ? right : left, isLeftThere ? left : right);
      }
    }
  }

  private void seek(String name) {
    if (!isThere(name)) {
      sought.add(name);
      miss(name);
    }
  }

  private void miss(String text) {
    if (coded.stream().noneMatch(one -> one.content().contains(text))) {
      missing.add(text);
    }
  }

  /** Most of what is looked for is not there, as not even all its elements are. */
  private boolean isThere(String text) {
    return text.isEmpty() || (Encoding.consistsOf(present, text) && image.contains(text));
  }

  /** Puts what is missing into what parts of the input are the code of. */
  private void placeMissingInCodes() {
    for (Coded one : decoded) {
      for (int i = 0; i < Math.min(missing.size(), MOST_CODED); i++) {
        for (int at = 0; at <= Math.min(one.content().length(), MOST_CODED); at++) {
          texts.add(one.at(), one.length(), one.with(at, 0, missing.get(i)));
        }
      }
    }
  }

  private void addLength(long length, long other) {
    if (length == image.length()
        && other != length
        && other >= 0
        && other < Integer.MAX_VALUE
        && lengthCount < MOST_LENGTHS) {
      lengths[lengthCount++] = (int) other;
    }
  }

  /** Returns whether there is anything to replace. */
  private boolean replace(String from, String to) {
    if (from.equals(to)) {
      return false;
    }
    int at = Encoding.consistsOf(present, from) ? image.indexOf(from) : -1;
    replaceInCodes(from, to, at < 0);
    Replacements kind = from.length() == 1 && to.length() == 1 ? elements : texts;
    boolean isThere = at >= 0;
    for (int places = 0; at >= 0 && places < MOST_PLACES; places++) {
      kind.add(at, from.length(), to);
      if (quoting && isUnquoted(at, from) && isWord(to)) {
        texts.add(at, from.length(), '"' + to + '"');
      }
      at = image.indexOf(from, at + 1);
    }
    return isThere;
  }

  /** Puts it where a text is empty. */
  private void fill(String quotes, String to) {
    int at = image.indexOf(quotes);
    for (int places = 0; at >= 0 && places < MOST_PLACES; places++) {
      texts.add(at + 1, 0, to);
      at = image.indexOf(quotes, at + 1);
    }
  }

  /** A number, or the like, where a text may be. */
  private boolean isUnquoted(int at, String from) {
    int end = at + from.length();
    return isWord(from)
        && (at == 0 || !isOfText(image.charAt(at - 1)))
        && (end == image.length() || !SpanMutators.isOfWord(image.charAt(end)));
  }

  private static boolean isOfText(char c) {
    return SpanMutators.isQuote(c) || SpanMutators.isOfWord(c);
  }

  private static boolean isWord(String text) {
    return !text.isEmpty() && text.chars().allMatch(SpanMutators::isOfWord);
  }

  private void replaceInCodes(String from, String to, boolean onlyThere) {
    for (Coded one : coded) {
      int at = from.length() >= LEAST_CODED ? one.content().indexOf(from) : -1;
      if (at >= 0) {
        if (onlyThere) {
          decoded.add(one);
        }
        texts.add(one.at(), one.length(), one.with(at, from.length(), to));
      }
    }
  }

  /**
   * How many there are to be followed one by one. Likely are fields, and what was found in the
   * input and compared last as it is replaced; possible are the other replacements, what is missing
   * as it is put at each place, the same with counts, and at last what says less.
   */
  int count(Promise promise, SequenceValue value) {
    return promise == Promise.LIKELY
        ? fields.size() + likelyTexts()
        : texts.size()
            - likelyTexts()
            + values.size()
            + plain(value)
            + counted(value)
            + others(value);
  }

  private int plain(SequenceValue value) {
    return Math.min(MOST_ONE_BY_ONE, missing.size() * ways(value));
  }

  private int counted(SequenceValue value) {
    int count = WAYS_TO_COUNT * (texts.size() + missing.size() * places(value));
    return withCounts ? Math.min(MOST_ONE_BY_ONE, count) : 0;
  }

  private int others(SequenceValue value) {
    int words = dictionary.size() + tokens.size();
    return Math.min(MOST_ONE_BY_ONE, elements.size() + words * ways(value));
  }

  /** How many places there are to put a token. */
  private static int places(SequenceValue value) {
    return Math.min(value.length, MOST_PLACES_OF_TOKENS) + 1;
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
    int both = Math.min(fields.size(), likelyTexts());
    boolean isField = number < 2 * both ? number % 2 > 0 : fields.size() > both;
    int one = number < 2 * both ? number / 2 : number - both;
    return isField ? fields.apply(one, value, maxLength) : texts.apply(one, value, maxLength);
  }

  private int likelyTexts() {
    return Math.min(texts.size(), MOST_LIKELY);
  }

  private boolean followPossible(int first, SequenceValue value, int maxLength) {
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
      return put(missing.get(number / ways), number % ways, value, maxLength);
    }
    return number < plain + counted
        ? followWithCounts(number - plain, value, maxLength)
        : followOther(number - plain - counted, value, maxLength);
  }

  private boolean followWithCounts(int number, SequenceValue value, int maxLength) {
    boolean all = number % WAYS_TO_COUNT > 0;
    int rest = number / WAYS_TO_COUNT;
    if (rest < texts.size()) {
      return texts.applyWithCounts(rest, all, value, maxLength);
    }
    rest -= texts.size();
    int places = places(value);
    String text = missing.get(rest / places);
    return Counts.replace(value, rest % places, 0, text, all, maxLength);
  }

  private boolean followOther(int number, SequenceValue value, int maxLength) {
    if (number < elements.size()) {
      return elements.apply(number, value, maxLength);
    }
    int rest = number - elements.size();
    int ways = ways(value);
    int word = rest / ways;
    String text =
        word < dictionary.size() ? dictionary.get(word) : tokens.get(word - dictionary.size());
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

  /** Follows one of them; false, with the value as it was, if there is none or it does not fit. */
  boolean follow(SequenceValue value, Prng random, int maxLength) {
    boolean counted = withCounts && random.nextBoolean();
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> elements.apply(value, false, random, maxLength);
      case 4, 5, 6, 7, 8 -> texts.apply(value, counted, random, maxLength);
      case 9 -> (random.nextBoolean() ? values : fields).apply(value, counted, random, maxLength);
      case 10 -> resize(value, random, maxLength);
      case 11, 12, 13 -> missing.place(value, counted, random, maxLength);
      default -> words(random).place(value, counted, random, maxLength);
    };
  }

  /** Something that may mean something to the target; empty if nothing is known. */
  String anyToken(Prng random) {
    Tokens some = missing.isEmpty() || random.nextBoolean() ? words(random) : missing;
    return some.isEmpty() ? "" : some.get(random.nextInt(some.size()));
  }

  private Tokens words(Prng random) {
    if (!missingNumbers.isEmpty() && random.oneIn(TURNS_PER_NUMBER)) {
      return missingNumbers;
    }
    boolean known = !dictionary.isEmpty() && (tokens.isEmpty() || random.nextBoolean());
    return known ? dictionary : tokens;
  }

  private boolean resize(SequenceValue value, Prng random, int maxLength) {
    if (lengthCount == 0) {
      return false;
    }
    // What must not be less may have to be more.
    int length = lengths[random.nextInt(lengthCount)] + random.nextInt(2);
    int before = value.length;
    if (length == before || length > maxLength) {
      return false;
    }
    if (length < before) {
      value.length = length;
    } else {
      value.open(before, length - before);
      value.randomize(before, length - before, random);
    }
    return true;
  }

  /** From now on, mutations follow suggestions, or do not. */
  void want(boolean wanted) {
    this.wanted = wanted;
  }

  /** Counts of what becomes longer or shorter are not changed any more. */
  void leaveOutCounts() {
    withCounts = false;
  }

  /** Whether there is any that mutations are to follow. */
  boolean areWanted() {
    return any && wanted;
  }
}
