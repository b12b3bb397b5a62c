// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.List;

/** Mutates what parts of bytes are the compressed form of: what a target sees of them. */
final class CompressedMutators {

  private CompressedMutators() {}

  /**
   * Mutates the content of one such part; false, with the value as it was, if there is none, or no
   * room.
   */
  static boolean mutate(SequenceValue value, Prng random, int maxLength) {
    List<Coded> parts = Coded.compressed(value.image());
    if (parts.isEmpty()) {
      return false;
    }
    Coded part = parts.get(random.nextInt(parts.size()));
    BytesValue content = new BytesValue();
    content.replace(0, 0, part.content());
    do {
      mutateContent(content, value.suggestions, random, maxLength);
    } while (random.nextBoolean());
    String code = part.of(content.image());
    if (value.length - part.length() + code.length() > maxLength) {
      return false;
    }
    value.replace(part.at(), part.length(), code);
    return true;
  }

  private static void mutateContent(
      BytesValue content, Suggestions suggestions, Prng random, int maxLength) {
    String token = random.oneIn(4) ? suggestions.anyToken(random) : "";
    if (token.isEmpty()) {
      content.mutate(random, maxLength);
    } else {
      content.replace(random.nextInt(content.length + 1), 0, token);
    }
  }
}
