// SPDX-License-Identifier: Apache-2.0
package example;

class Lock {
  static int turn(byte[] key) {
    if (key.length > 3) {
      if (key[0] == 'o') {
        if (key[1] == 'p') {
          if (key[2] == 'e') {
            if (key[3] == 'n') {
              throw new IllegalStateException("unlocked");
            }
          }
        }
      }
    }
    return key.length;
  }
}
