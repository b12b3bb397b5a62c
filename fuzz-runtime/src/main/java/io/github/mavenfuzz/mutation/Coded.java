// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a sequence that may be the code of something else, which a target decodes before it
 * looks at it.
 *
 * @param at where it is
 * @param length how long it is
 * @param content what it codes, a char per byte
 */
record Coded(Code code, int at, int length, String content) {

  /** More of a sequence is not looked at. */
  private static final int LONGEST = 4096;

  private static final int MOST = 16;

  /**
   * The parts of a sequence that code something.
   *
   * @param bytes whether the elements are bytes, not chars
   * @param image the elements, each as a char
   */
  static List<Coded> in(boolean bytes, String image) {
    List<Coded> found = new ArrayList<>(bytes ? compressed(image) : List.of());
    found.addAll(TextCode.in(beginning(image), MOST - found.size()));
    return found;
  }

  /** The parts of bytes, a char each, that are compressed data. */
  static List<Coded> compressed(String image) {
    return Compression.in(beginning(image), MOST);
  }

  private static String beginning(String image) {
    return image.substring(0, Math.min(image.length(), LONGEST));
  }

  /** Whether it is that, and does not just look like it: any text may. */
  boolean isCertain() {
    return code instanceof Compression;
  }

  /** The code of the content with a text in the place of a part of it. */
  String with(int start, int count, String text) {
    return of(content.substring(0, start) + text + content.substring(start + count));
  }

  /** The code of another content. */
  String of(String other) {
    return code.encode(other.getBytes(StandardCharsets.ISO_8859_1));
  }
}
