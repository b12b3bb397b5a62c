// SPDX-License-Identifier: Apache-2.0
package example;

public class Base {
  public static int count(String text) {
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ') {
        words++;
      }
    }
    if (words > 1 && Boolean.getBoolean("example.bug")) {
      throw new IllegalStateException("too many words");
    }
    return words;
  }

  public static int add(int a, int b) {
    return a > b ? a + b : b + a;
  }
}
