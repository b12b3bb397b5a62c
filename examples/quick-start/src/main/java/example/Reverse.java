// SPDX-License-Identifier: Apache-2.0
package example;

final class Reverse {
  private Reverse() {}

  /** The same characters, the last one first. */
  static String reverse(String s) {
    char[] chars = s.toCharArray();
    for (int i = 0, j = chars.length - 1; i < j; i++, j--) {
      char c = chars[i];
      chars[i] = chars[j];
      chars[j] = c;
    }
    return new String(chars);
  }
}
