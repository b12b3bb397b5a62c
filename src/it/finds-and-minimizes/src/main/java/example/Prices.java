// SPDX-License-Identifier: Apache-2.0
package example;

public final class Prices {
  private Prices() {}

  public static long total(String item, int quantity) {
    if (quantity > 1000) {
      if (item.indexOf('%') >= 0) {
        throw new IllegalStateException("no rebate on " + quantity + " of " + item);
      }
    }
    return Math.max(0L, quantity) * item.length();
  }
}
