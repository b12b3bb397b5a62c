// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class WordTest {

  @FuzzTest
  void isShort(String word) {
    if (word.length() > 5) {
      throw new IllegalStateException("long");
    }
  }
}
