// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class DigitsTest {
  private static long sum;

  @FuzzTest
  void sums(String text) {
    for (char c : text.toCharArray()) {
      if (Character.isDigit(c)) {
        sum += c - '0';
      }
    }
  }
}
