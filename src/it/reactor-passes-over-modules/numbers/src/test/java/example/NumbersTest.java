// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class NumbersTest {
  @FuzzTest
  void adds(int a, int b) {
    Base.add(a, b);
  }
}
