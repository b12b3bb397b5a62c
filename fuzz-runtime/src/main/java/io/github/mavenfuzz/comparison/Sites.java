// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The sites of a JVM, by the number that their hooks log. Thread-safe. */
final class Sites {
  private final Map<Integer, Site> byNumber = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** Numbers the sites of a method of a class. */
  MethodSites inMethod(ClassTexts constants) {
    return new MethodSites(constants);
  }

  /** The site with that number; null if there is none. */
  @Nullable Site get(int number) {
    return byNumber.get(number);
  }

  /** Those of one method. Not thread-safe. */
  final class MethodSites {
    private final ClassTexts constants;
    private Site last;

    private MethodSites(ClassTexts constants) {
      this.constants = constants;
      this.last = new Site(Site.Kind.NUMBERS, constants);
    }

    /** Adds a site; returns its number. */
    int add(Site.Kind kind) {
      last = new Site(kind, constants);
      // One after the other: what is counted by the last bits must not coincide.
      int number = count.getAndIncrement();
      byNumber.put(number, last);
      return number;
    }

    /** The one that was added last. */
    Site last() {
      return last;
    }

    /** A text that the method mentions. */
    void mention(String text) {
      constants.add(text);
    }
  }
}
