// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The texts that a class's code mentions: a dictionary for free. Filled as the class is read. */
final class ClassTexts {
  private static final int MOST = 1024;
  private static final int LONGEST = 64;
  private static final int MOST_SOURCES = 64;

  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> sources = new LinkedHashSet<>();

  /** A text; of a quoted one also what is quoted, as generated parsers write their tokens so. */
  void add(String text) {
    addOne(text);
    int last = text.length() - 1;
    if (last >= 2 && isQuote(text.charAt(0)) && text.charAt(0) == text.charAt(last)) {
      addOne(text.substring(1, last));
    }
  }

  private void addOne(String text) {
    if (!text.isEmpty() && text.length() <= LONGEST && texts.size() < MOST) {
      texts.add(text);
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Another class whose texts the class's code uses. */
  void addSource(String internalName) {
    if (sources.size() < MOST_SOURCES) {
      sources.add(internalName);
    }
  }

  Set<String> texts() {
    return Collections.unmodifiableSet(texts);
  }

  /** The internal names of other classes whose texts the class's code uses. */
  Set<String> sources() {
    return Collections.unmodifiableSet(sources);
  }
}
