// SPDX-License-Identifier: Apache-2.0
package example;

class Parser {
  static int parse(byte[] data) {
    if (data.length == 1) {
      if (data[0] == '-') {
        throw new NumberFormatException("lonely minus");
      }
    }
    return data.length;
  }
}
