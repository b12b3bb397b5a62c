// SPDX-License-Identifier: Apache-2.0
package example;

public final class Discount {
  private Discount() {}

  public static double of(String code, int percent, byte[] signature) {
    if (percent > 100) {
      throw new IllegalArgumentException("percent (" + percent + ") of " + code + " is too much");
    }
    return signature.length == 0 ? 0 : percent / 100.0;
  }
}
