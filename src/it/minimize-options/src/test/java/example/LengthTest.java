// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthTest {

  @FuzzTest
  @ValueSource(strings = "this seed is a little short of fifty chars")
  void isShort(String s) {
    if (s.length() >= 50) {
      throw new IllegalArgumentException("length " + s.length());
    }
  }
}
