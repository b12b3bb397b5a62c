// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * Some of the characters of ASCII, asked for each element of a scan: one look into a table is
 * several times as fast as looking through a text, or as ranges are where elements are random.
 */
final class AsciiSet {
  private static final int ASCII = 0x80;

  /** For each byte, so that none of them is out of bounds. */
  private final boolean[] has = new boolean[1 << Byte.SIZE];

  private AsciiSet() {}

  static AsciiSet of(String characters) {
    AsciiSet set = new AsciiSet();
    for (int i = 0; i < characters.length(); i++) {
      if (characters.charAt(i) >= ASCII) {
        throw new IllegalArgumentException("not ASCII: " + characters);
      }
      set.has[characters.charAt(i)] = true;
    }
    return set;
  }

  boolean contains(int element) {
    return element < has.length && has[element];
  }
}
