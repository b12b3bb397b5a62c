// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class LockTest {
  @FuzzTest
  void staysShut(byte[] key) {
    if (key.length > 2 && key[0] == 'k') {
      if (key[1] == 'e') {
        if (key[2] == 'y') {
          throw new IllegalStateException("opened");
        }
      }
    }
  }
}
