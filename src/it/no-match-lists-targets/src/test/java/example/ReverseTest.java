// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.api.Test;

class ReverseTest {

  @FuzzTest
  void reverses(String s) {}

  @FuzzTest
  void keepsTheLength(String s, byte[] bytes, Integer number) {}

  @Test
  void notFuzzed() {}
}
