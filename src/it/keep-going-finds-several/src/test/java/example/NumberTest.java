// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class NumberTest {

  @FuzzTest
  void fails(int number) {
    if (number > 5) {
      throw new ArithmeticException("more than five: " + number);
    }
    if (number < -7) {
      throw new IllegalStateException("less than minus seven: " + number);
    }
    if (number == 4 && !Boolean.getBoolean("no.exit")) {
      System.exit(9);
    }
  }
}
