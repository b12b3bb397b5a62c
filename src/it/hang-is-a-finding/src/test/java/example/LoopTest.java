// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {
  @FuzzTest
  @ValueSource(ints = 7)
  void ends(int number) {
    Loop.sum(number);
  }
}
