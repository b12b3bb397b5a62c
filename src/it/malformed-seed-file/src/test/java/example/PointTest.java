// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class PointTest {

  @FuzzTest
  void broken(String name, int x) {}

  @FuzzTest
  void otherTypes(String name, int x) {}

  @FuzzTest
  void fine(String name, int x) {}
}
