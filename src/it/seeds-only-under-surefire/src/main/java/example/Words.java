// SPDX-License-Identifier: Apache-2.0
package example;

public final class Words {
  private Words() {}

  public static int count(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
