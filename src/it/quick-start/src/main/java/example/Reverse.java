// SPDX-License-Identifier: Apache-2.0
package example;

/** Reverses strings, char by char. */
public final class Reverse {
  private Reverse() {}

  public static String reverse(String s) {
    char[] reversed = new char[s.length()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = s.charAt(reversed.length - 1 - i);
    }
    return new String(reversed);
  }
}
