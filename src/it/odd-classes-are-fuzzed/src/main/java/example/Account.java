// SPDX-License-Identifier: Apache-2.0
package example;

/** Final, so that only inline mocks can stand for it. */
public final class Account {
  public int balance(String owner) {
    return owner.length();
  }
}
