// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class ZeroTest {

  @FuzzTest
  void alwaysFails(String s, int number) {
    throw new IllegalStateException("got '" + s + "' and " + number);
  }
}
