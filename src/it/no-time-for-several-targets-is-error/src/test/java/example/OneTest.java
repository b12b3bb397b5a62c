// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class OneTest {

  @FuzzTest
  void first(String s) {}

  @FuzzTest
  void second(String s) {}
}
