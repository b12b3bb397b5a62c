// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Comparison.Mention;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.comparison.Comparison.OfTexts;
import java.util.BitSet;
import java.util.List;

/**
 * What the parts of a sequence were compared with, as what may take their place: REDQUEEN's
 * input-to-state correspondence (Aschermann et al., NDSS 2019). A part is found by its value, in
 * every {@link Encoding}.
 */
final class Suggestions {

  /** A text may be in the input many times: one of the first places is mostly the right one. */
  private static final int MOST_PLACES = 8;

  private static final int MOST_LENGTHS = 16;
  private static final int MOST_TOKENS = 1024;

  /** Single elements apart from texts: there are many of them, and most mean little. */
  private final Replacements elements = new Replacements();

  private final Replacements texts = new Replacements();

  /** What is not in the input, but might be. */
  private final Tokens tokens = new Tokens(MOST_TOKENS);

  /** What the user said might be. */
  private final Tokens dictionary = new Tokens(Integer.MAX_VALUE);

  /** Lengths that the sequence might have. */
  private final int[] lengths = new int[MOST_LENGTHS];

  private int lengthCount;

  private boolean any;
  private boolean wanted = true;

  // Of the value that is being learned from.
  private String image = "";
  private final BitSet present = new BitSet();

  /** Learns what an execution on that value compared; what was known is forgotten. */
  void learn(SequenceValue value, boolean bytes, List<Comparison> comparisons) {
    elements.clear();
    texts.clear();
    tokens.clear();
    lengthCount = 0;
    image = value.image();
    present.clear();
    image.chars().forEach(present::set);
    Encoding encoding = new Encoding(bytes, this::replace);
    for (Comparison comparison : comparisons) {
      encoding.encode(comparison);
      if (comparison instanceof OfNumbers numbers) {
        addLength(numbers.left(), numbers.right());
        addLength(numbers.right(), numbers.left());
      } else if (comparison instanceof OfTexts some) {
        tokens.add(Encoding.elements(some.right(), bytes));
      } else if (comparison instanceof Mention mention) {
        tokens.add(Encoding.elements(mention.text(), bytes));
      }
    }
    image = "";
    any =
        lengthCount > 0
            || !elements.isEmpty()
            || !texts.isEmpty()
            || !tokens.isEmpty()
            || !dictionary.isEmpty();
  }

  /** Tokens, a char per byte, that are never forgotten. */
  void remember(boolean bytes, List<String> words) {
    for (String word : words) {
      dictionary.add(bytes ? word : Encoding.text(word));
    }
    any |= !dictionary.isEmpty();
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

  private void replace(String from, String to) {
    if (from.isEmpty() || from.equals(to) || !isPresent(from)) {
      return;
    }
    Replacements kind = from.length() == 1 && to.length() == 1 ? elements : texts;
    int at = image.indexOf(from);
    for (int places = 0; at >= 0 && places < MOST_PLACES; places++) {
      kind.add(at, from.length(), to);
      at = image.indexOf(from, at + 1);
    }
  }

  /** Whether all its elements are somewhere in the value: most of what is looked for is not. */
  private boolean isPresent(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!present.get(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Follows one of them; false, with the value as it was, if there is none or it does not fit. */
  boolean follow(SequenceValue value, Prng random, int maxLength) {
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> elements.apply(value, random, maxLength);
      case 4, 5, 6, 7, 8, 9, 10 -> texts.apply(value, random, maxLength);
      case 11 -> resize(value, random, maxLength);
      default -> words(random).place(value, random, maxLength);
    };
  }

  private Tokens words(Prng random) {
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

  /** Whether there is any that mutations are to follow. */
  boolean areWanted() {
    return any && wanted;
  }
}
