// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class ThirdTest {

  @FuzzTest
  void passesToo(byte[] bytes) {}
}
