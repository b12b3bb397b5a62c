// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class FirstTest {

  @FuzzTest
  void passes(String s) {}
}
