// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sites of a JVM, by the number that their hooks log. Thread-safe. */
final class Sites {
  private final Map<Integer, Site> byNumber = new ConcurrentHashMap<>();

  /** Numbers the sites of a method, the same in every JVM. */
  MethodSites inMethod(String className, String method, ClassTexts constants) {
    return new MethodSites(31 * className.hashCode() + method.hashCode(), constants);
  }

  /** The site with that number; null if there is none. */
  @Nullable Site get(int number) {
    return byNumber.get(number);
  }

  /** Those of one method. Not thread-safe. */
  final class MethodSites {
    private final int method;
    private final ClassTexts constants;
    private int count;
    private Site last;

    private MethodSites(int method, ClassTexts constants) {
      this.method = method;
      this.constants = constants;
      this.last = new Site(Site.Kind.NUMBERS, constants);
    }

    /** Adds a site; returns its number. */
    int add(Site.Kind kind) {
      last = new Site(kind, constants);
      // Neighbours far from each other: what is counted by some bits only must not coincide.
      int number = (method + ++count) * 0x9E3779B1;
      number ^= number >>> 15;
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
