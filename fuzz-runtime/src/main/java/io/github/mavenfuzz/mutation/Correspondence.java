// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Comparison.Mention;
import io.github.mavenfuzz.comparison.Comparison.OfBytes;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.comparison.Comparison.OfTexts;
import io.github.mavenfuzz.comparison.Comparison.Relation;
import io.github.mavenfuzz.comparison.Comparison.Sought;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Finds the parts of a sequence that were compared, by their values in every {@link Encoding}, and
 * suggests what they were compared with: REDQUEEN's input-to-state correspondence (Aschermann et
 * al., NDSS 2019). Of one value and one execution.
 */
final class Correspondence {

  /** A text may be in the input many times: one of the first places is mostly the right one. */
  private static final int MOST_PLACES = 8;

  /** A text that is empty. */
  private static final List<String> EMPTY = List.of("\"\"", "''");

  private static final int LARGEST_DIGIT = 9;
  private static final int MOST_CODED = 16;

  /** Less than that is in what something happens to be the code of by chance. */
  private static final int LEAST_CODED = 2;

  private final boolean bytes;
  private final Suggested suggested;
  private final String image;
  private final BitSet present;
  private final Encoding encoding;
  private final Records records = new Records();

  /** Whether a text that takes the place of a number may have to be in quotes. */
  private final boolean quoting;

  private final List<Coded> coded;

  /** What is decoded for certain, as something was compared that is only there. */
  private final Set<Coded> decoded = new LinkedHashSet<>();

  private Correspondence(SequenceValue value, boolean bytes, Suggested suggested) {
    this.bytes = bytes;
    this.suggested = suggested;
    this.image = value.image();
    this.present = Encoding.elementsOf(image);
    this.quoting = "\"{[".chars().anyMatch(c -> image.indexOf(c) >= 0);
    this.coded = Coded.in(bytes, image);
    coded.stream().filter(Coded::isCertain).forEach(decoded::add);
    BitSet anywhere = (BitSet) present.clone();
    coded.forEach(one -> one.content().chars().forEach(anywhere::set));
    this.encoding = new Encoding(bytes, image, anywhere);
  }

  /** Adds to what is suggested what an execution on that value compared. */
  static void learn(
      SequenceValue value, boolean bytes, List<Comparison> comparisons, Suggested into) {
    new Correspondence(value, bytes, into).learn(value, comparisons);
  }

  private void learn(SequenceValue value, List<Comparison> comparisons) {
    suggested.compressed = !decoded.isEmpty();
    // What was compared last says most of what comes next.
    for (int i = comparisons.size() - 1; i >= 0; i--) {
      learn(comparisons.get(i));
    }
    for (Comparison comparison : comparisons) {
      if (comparison instanceof Mention mention) {
        suggested.tokens.add(Encoding.elements(mention.text(), bytes));
      }
    }
    placeMissingInCodes();
    if (!comparisons.isEmpty()) {
      Fields fields = new Fields(value, image);
      fields.addNamed(suggested.sought, suggested.missingNumbers, suggested.fields);
      fields.addValues(suggested.values);
    }
    records.suggest(value, image, suggested.texts);
  }

  private void learn(Comparison comparison) {
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
    } else if (comparison instanceof OfTexts texts) {
      learn(texts);
    } else if (comparison instanceof OfBytes raw && !isThere) {
      miss(raw.right());
    } else if (comparison instanceof Sought sought) {
      seek(Encoding.elements(sought.text(), bytes));
    }
  }

  /** What something is compared with that is nowhere in the input: it may have to be written. */
  private void missNumber(long number) {
    if (number > LARGEST_DIGIT || number < -LARGEST_DIGIT) {
      suggested.missingNumbers.add(Long.toString(number));
    }
  }

  private void learn(OfTexts texts) {
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
        EMPTY.forEach(
            quotes -> inPlacesOf(quotes, image, at -> suggested.texts.add(at + 1, 0, right)));
      }
      if (isLeftThere != isRightThere) {
        records.add(isLeftThere ? right : left, isLeftThere ? left : right);
      }
    }
  }

  private void seek(String name) {
    if (!isThere(name)) {
      suggested.sought.add(name);
      miss(name);
    }
  }

  private void miss(String text) {
    if (coded.stream().noneMatch(one -> one.content().contains(text))) {
      suggested.missing.add(text);
    }
  }

  /** Most of what is looked for is not there, as not even all its elements are. */
  private boolean isThere(String text) {
    return text.isEmpty() || (Encoding.consistsOf(present, text) && image.contains(text));
  }

  /** Puts what is missing into what parts of the input are the code of. */
  private void placeMissingInCodes() {
    Tokens missing = suggested.missing;
    for (Coded one : decoded) {
      for (int i = 0; i < Math.min(missing.size(), MOST_CODED); i++) {
        for (int at = 0; at <= Math.min(one.content().length(), MOST_CODED); at++) {
          replaceInCode(one, at, 0, missing.get(i));
        }
      }
    }
  }

  private void addLength(long length, long other) {
    if (length == image.length() && other != length) {
      suggested.lengths.add(other);
    }
  }

  /** Returns whether there is anything to replace. */
  private boolean replace(String from, String to) {
    if (from.equals(to)) {
      return false;
    }
    boolean isThere = Encoding.consistsOf(present, from) && image.contains(from);
    replaceInCodes(from, to, !isThere);
    if (isThere) {
      boolean isElement = from.length() == 1 && to.length() == 1;
      Replacements kind = isElement ? suggested.elements : suggested.texts;
      boolean mayBeQuoted = quoting && Syntax.isWord(to);
      inPlacesOf(
          from,
          image,
          at -> {
            kind.add(at, from.length(), to);
            if (mayBeQuoted && Syntax.isUnquotedWord(image, at, at + from.length())) {
              suggested.texts.add(at, from.length(), '"' + to + '"');
            }
          });
    }
    return isThere;
  }

  /** Does something in each of the first places where that is. */
  private static void inPlacesOf(String part, String whole, IntConsumer change) {
    int at = whole.indexOf(part);
    for (int places = 0; at >= 0 && places < MOST_PLACES; places++) {
      change.accept(at);
      at = whole.indexOf(part, at + 1);
    }
  }

  private void replaceInCodes(String from, String to, boolean onlyThere) {
    for (Coded one : coded) {
      if (one.isCertain()) {
        inPlacesOf(from, one.content(), at -> replaceInCode(one, at, from.length(), to));
      } else if (from.length() >= LEAST_CODED && one.content().contains(from)) {
        if (onlyThere) {
          decoded.add(one);
        }
        replaceInCode(one, one.content().indexOf(from), from.length(), to);
      }
    }
  }

  private void replaceInCode(Coded one, int at, int length, String text) {
    // To encode takes its time.
    if (!suggested.texts.isFull()) {
      suggested.texts.add(one.at(), one.length(), one.with(at, length, text));
    }
  }
}
