// SPDX-License-Identifier: Apache-2.0
package example;

public class ParserFuzzer {
  public static void fuzzerTestOneInput(byte[] data) {
    Parser.parse(data);
  }
}
