// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoTest {
  @FuzzTest
  @ValueSource(ints = 7)
  void fails(int number) {
    if (number != 7) {
      throw new IllegalStateException("not seven");
    }
  }

  @FuzzTest
  void passes(int number) {}
}
