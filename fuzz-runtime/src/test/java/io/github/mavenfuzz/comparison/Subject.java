// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.BitSet;

/** An input that is a text. */
record Subject(String text) implements Progress.Subject {

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public boolean contains(String part) {
    return text.contains(part);
  }

  @Override
  public void addElements(BitSet elements) {
    text.chars().forEach(elements::set);
  }
}
