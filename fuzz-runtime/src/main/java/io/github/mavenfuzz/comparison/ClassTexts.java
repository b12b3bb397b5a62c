// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The texts that a class's code mentions: a dictionary for free. Filled as the class is read. */
final class ClassTexts {
  private static final int MOST = 512;
  private static final int LONGEST = 64;

  private final Set<String> texts = new LinkedHashSet<>();

  void add(String text) {
    if (!text.isEmpty() && text.length() <= LONGEST && texts.size() < MOST) {
      texts.add(text);
    }
  }

  List<String> texts() {
    return List.copyOf(texts);
  }
}
