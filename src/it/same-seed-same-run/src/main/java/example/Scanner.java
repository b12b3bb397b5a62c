// SPDX-License-Identifier: Apache-2.0
package example;

/** A small language: enough branches for many interesting inputs. */
class Scanner {
  static int scan(String text) {
    int sum = 0;
    boolean bang = false;
    for (char c : text.toCharArray()) {
      switch (c) {
        case '(', ')' -> sum += 1;
        case '+', '-' -> sum += 2;
        case '!' -> bang = true;
        case ' ' -> bang = false;
        default -> {
          if (Character.isDigit(c)) {
            if (bang && sum > 0) {
              throw new IllegalStateException("number after bang");
            }
            sum += c - '0';
          } else if (Character.isLetter(c)) {
            sum += Character.isUpperCase(c) ? 3 : 4;
          } else if (c > 127) {
            sum += 5;
          }
        }
      }
    }
    return sum;
  }
}
