// SPDX-License-Identifier: Apache-2.0
package example;

public final class OrderFuzzer {
  private OrderFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {}
}
