// SPDX-License-Identifier: Apache-2.0
package example;

class Parser {
  static int parse(String text) {
    if (text.startsWith("b") && Boolean.getBoolean("example.bug")) {
      throw new IllegalStateException("b is not known");
    }
    return text.length();
  }
}
