// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.function.IntPredicate;

/**
 * Which bytes and chars are simpler to read than others: a few, in Go's order; the rest of
 * printable ASCII, all alike, of which the last stands for all; everything else, the lower the
 * code, the simpler.
 */
final class CharacterOrder {
  static final int SIMPLEST = '0';

  /** The pound and its neighbours: what is between them and ASCII cannot be seen. */
  static final int FIRST_READABLE_BEYOND_ASCII = 0xA1;

  // Go's minimizeBytes.
  private static final String SIMPLE = "012789ABCXYZabcxyz !\"#$%&'()*+,.";
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_PRINTABLE = 0x7E;

  private CharacterOrder() {}

  /**
   * Asks about simpler codes than this one, until one is accepted that nothing shows to be
   * improvable.
   *
   * @param beyondAscii the simplest code outside ASCII: it differs between bytes and chars
   * @param accepts is asked only about codes that are simpler than the last accepted one
   */
  static void simplify(int code, int beyondAscii, IntPredicate accepts) {
    int rank = SIMPLE.indexOf(code);
    int simpler = rank < 0 ? SIMPLE.length() : rank;
    for (int i = 0; i < simpler; i++) {
      if (accepts.test(SIMPLE.charAt(i))) {
        return;
      }
    }
    if (code < FIRST_PRINTABLE) {
      lower(code, 0, accepts);
    } else if (code > LAST_PRINTABLE && !accepts.test(LAST_PRINTABLE)) {
      lower(code, code >= beyondAscii ? beyondAscii : LAST_PRINTABLE + 1, accepts);
    }
  }

  private static void lower(int code, int lowest, IntPredicate accepts) {
    int best = code;
    int candidate = lowest;
    int rejected = lowest - 1;
    while (best > rejected + 1) {
      if (accepts.test(candidate)) {
        best = candidate;
      } else {
        rejected = candidate;
      }
      candidate = (best + rejected) >>> 1;
    }
  }
}
