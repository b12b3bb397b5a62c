// SPDX-License-Identifier: Apache-2.0
package example;

class Loop {
  static long sum(int number) {
    long sum = 0;
    for (int i = number; i != 0; i = i > 1000 ? i : i / 2) {
      sum += i;
    }
    return sum;
  }
}
