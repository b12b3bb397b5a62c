// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class CellTest {

  /** Before, it took a byte[]. */
  @FuzzTest
  void anyCell(String text, int column) {}
}
