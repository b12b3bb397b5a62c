// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class SecondTest {

  @FuzzTest
  void fails(int number) {
    if (number > 5) {
      throw new ArithmeticException("more than five: " + number);
    }
  }
}
