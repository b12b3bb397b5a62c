// SPDX-License-Identifier: Apache-2.0
package example;

public final class CodecFuzzer {
  private CodecFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {}
}
