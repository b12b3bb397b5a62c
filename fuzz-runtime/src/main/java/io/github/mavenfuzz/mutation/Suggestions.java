// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import java.util.List;

/**
 * What a sequence might have instead of what it has: learned from what an execution compared, and
 * followed by chance, as a mutation, or one by one.
 */
final class Suggestions {

  /** Most numbers that are compared are a loop's or a length: words say more. */
  private static final int TURNS_PER_NUMBER = 4;

  private final Suggested suggested = new Suggested();
  private final OneByOneOrder order = new OneByOneOrder(suggested);
  private boolean any;
  private boolean wanted = true;

  /** Learns what an execution on that value compared; what was known is forgotten. */
  void learn(SequenceValue value, boolean bytes, List<Comparison> comparisons) {
    suggested.clear();
    Correspondence.learn(value, bytes, comparisons, suggested);
    any = !suggested.isEmpty();
  }

  /** Tokens, a char per byte, that are never forgotten. */
  void remember(boolean bytes, List<String> words) {
    for (String word : words) {
      suggested.dictionary.add(bytes ? word : Encoding.text(word));
    }
    any |= !suggested.dictionary.isEmpty();
  }

  /** How many there are to be followed one by one. */
  int count(Promise promise, SequenceValue value) {
    return order.count(promise, value);
  }

  /** Follows the one with that number; false, with the value as it was, if it does not fit. */
  boolean follow(Promise promise, int number, SequenceValue value, int maxLength) {
    return order.follow(promise, number, value, maxLength);
  }

  /** Follows one of them; false, with the value as it was, if there is none or it does not fit. */
  boolean follow(SequenceValue value, Prng random, int maxLength) {
    if (suggested.compressed && random.nextBoolean()) {
      return CompressedMutators.mutate(value, random, maxLength);
    }
    boolean counted = order.usesCounts() && random.nextBoolean();
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> suggested.elements.apply(value, false, random, maxLength);
      case 4, 5, 6, 7, 8 -> suggested.texts.apply(value, counted, random, maxLength);
      case 9 ->
          (random.nextBoolean() ? suggested.values : suggested.fields)
              .apply(value, counted, random, maxLength);
      case 10 -> suggested.lengths.apply(value, random, maxLength);
      case 11, 12, 13 -> suggested.missing.place(value, counted, random, maxLength);
      default -> words(random).place(value, counted, random, maxLength);
    };
  }

  /** Something that may mean something to the target; empty if nothing is known. */
  String anyToken(Prng random) {
    Tokens missing = suggested.missing;
    Tokens some = missing.isEmpty() || random.nextBoolean() ? words(random) : missing;
    return some.isEmpty() ? "" : some.get(random.nextInt(some.size()));
  }

  private Tokens words(Prng random) {
    if (!suggested.missingNumbers.isEmpty() && random.oneIn(TURNS_PER_NUMBER)) {
      return suggested.missingNumbers;
    }
    Tokens dictionary = suggested.dictionary;
    boolean known = !dictionary.isEmpty() && (suggested.tokens.isEmpty() || random.nextBoolean());
    return known ? dictionary : suggested.tokens;
  }

  /** From now on, mutations follow suggestions, or do not. */
  void want(boolean wanted) {
    this.wanted = wanted;
  }

  /** Counts of what becomes longer or shorter are not changed any more. */
  void leaveOutCounts() {
    order.leaveOutCounts();
  }

  /** Whether there is any that mutations are to follow. */
  boolean areWanted() {
    return any && wanted;
  }
}
