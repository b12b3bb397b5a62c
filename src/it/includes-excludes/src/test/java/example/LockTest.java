// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

class LockTest {
  @FuzzTest
  void opens(byte[] key) {
    Lock.turn(key);
  }
}
