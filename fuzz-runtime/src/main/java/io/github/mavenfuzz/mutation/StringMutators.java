// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.List;

/**
 * What can be done to a text: what moves elements around in bytes, too, then what knows characters.
 * Each returns false, with the value as it was, if it does not apply or would change nothing.
 */
final class StringMutators {
  /** Those that know characters, numbers, or what spans of a text are. */
  static final List<Integer> TEXT = List.of(9, 10, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23, 25);

  /** The one that knows counts. */
  static final int COUNTS = 24;

  /** How many there are. */
  static final int COUNT = 26;

  private StringMutators() {}

  /** Applies one of them. */
  static void mutate(StringValue value, Prng random, int maxLength) {
    if (value.length > maxLength) {
      value.length = maxLength;
    }
    if (value.suggestions.areWanted()
        && random.nextBoolean()
        && value.suggestions.follow(value, random, maxLength)) {
      return;
    }
    if (value.length == 0) {
      SequenceMutators.insertRandom(value, random, maxLength);
      return;
    }
    int mutator = value.wheel.draw(random);
    while (!apply(mutator, value, random, maxLength)) {
      // This one does not apply: another one.
      mutator = value.wheel.draw(random);
    }
    value.wheel.used(mutator);
  }

  /** Applies the given one. */
  static boolean apply(int mutator, StringValue value, Prng random, int maxLength) {
    return switch (mutator) {
      case 0 -> SequenceMutators.remove(value, random);
      case 1 -> SequenceMutators.insertRandom(value, random, maxLength);
      case 2 -> SequenceMutators.duplicate(value, random, maxLength);
      case 3 -> SequenceMutators.overwrite(value, random);
      case 4 -> SequenceMutators.swap(value, random);
      case 5 -> SequenceMutators.insertConstant(value, random, maxLength);
      case 6 -> SequenceMutators.overwriteConstant(value, random);
      case 7 -> SequenceMutators.shuffle(value, random);
      case 8 -> SequenceMutators.swapRanges(value, random);
      case 9 -> insertCharacter(value, random, maxLength);
      case 10 -> overwriteCharacter(value, random);
      case 11 -> anyCharacter(value, random);
      case 12 -> nextCharacter(value, random);
      case 13 -> flipCase(value, random);
      case 14 -> Fragments.insert(value, random, maxLength);
      case 15 -> Fragments.insertPair(value, random, maxLength);
      case 16 -> NumberMutators.arithmetic(value, random, maxLength);
      case 17 -> NumberMutators.interesting(value, random, maxLength);
      case 18, 19 -> SequenceMutators.splice(value, random, maxLength);
      case 20, 21 -> SpanMutators.mutate(value, random, maxLength);
      case 22, 23 -> RecordMutators.mutate(value, random, maxLength);
      case COUNTS -> Counts.mutate(value, random, maxLength);
      case 25 -> WordMutators.mutate(value, random, maxLength);
      default -> throw new IllegalArgumentException("no mutator " + mutator);
    };
  }

  private static boolean insertCharacter(StringValue value, Prng random, int maxLength) {
    if (value.length >= maxLength) {
      return false;
    }
    int at = random.nextInt(value.length + 1);
    value.open(at, 1);
    value.chars[at] = Characters.any((int) random.nextLong());
    return true;
  }

  private static boolean overwriteCharacter(StringValue value, Prng random) {
    return value.length > 0
        && overwrite(value, random.nextInt(value.length), Characters.any((int) random.nextLong()));
  }

  /** A bit flipped, of those that make ASCII from ASCII mostly; else any char. */
  private static boolean anyCharacter(StringValue value, Prng random) {
    if (value.length == 0) {
      return false;
    }
    int at = random.nextInt(value.length);
    return overwrite(
        value,
        at,
        random.oneIn(8)
            ? (char) random.nextLong()
            : (char) (value.chars[at] ^ 1 << random.nextInt(7)));
  }

  private static boolean nextCharacter(StringValue value, Prng random) {
    if (value.length == 0) {
      return false;
    }
    value.chars[random.nextInt(value.length)] += (char) random.nextStep(1);
    return true;
  }

  private static boolean flipCase(StringValue value, Prng random) {
    if (value.length == 0) {
      return false;
    }
    int at = random.nextInt(value.length);
    char c = value.chars[at];
    // Most chars are ASCII: spare them the tables.
    if (c < 0x80) {
      int letter = c | 0x20;
      return letter >= 'a' && letter <= 'z' && overwrite(value, at, (char) (c ^ 0x20));
    }
    char upper = Character.toUpperCase(c);
    return overwrite(value, at, upper != c ? upper : Character.toLowerCase(c));
  }

  private static boolean overwrite(StringValue value, int at, char with) {
    if (value.chars[at] == with) {
      return false;
    }
    value.chars[at] = with;
    return true;
  }
}
