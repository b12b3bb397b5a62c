// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sites of a JVM, by the number that their hooks log. Thread-safe. */
final class Sites {
  /** More than the class paths of large programs have; each takes about a hundred bytes. */
  private static final int MOST = 1 << 18;

  private final Map<Integer, Site> byNumber = new ConcurrentHashMap<>();
  private final Map<String, ClassTexts> texts = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * All of a class has been read: from now on others may use its texts, to which nothing is added
   * any more. What another class of that name had is forgotten.
   */
  void hasRead(String internalName, ClassTexts all) {
    if (!all.texts().isEmpty()) {
      texts.put(internalName, all);
    }
  }

  /** The texts of other classes that a class uses, as far as those have been read. */
  Stream<ClassTexts> usedBy(ClassTexts user) {
    return user.sources().stream().map(texts::get).filter(Objects::nonNull);
  }

  /** Numbers the sites of a method of a class. */
  MethodSites inMethod(ClassTexts constants) {
    return new MethodSites(constants);
  }

  /** Whether there are so many that no more are to be added: classes may be made without end. */
  boolean isFull() {
    return count.get() >= MOST;
  }

  /** Whether the site with that number only tells what is equal from what is not. */
  static boolean isEquality(int number) {
    return (number & 1) != 0;
  }

  /** Where what is known of the site is kept in an array of {@link ComparisonLog#SITES}. */
  static int slot(int number) {
    return number >>> 1 & (ComparisonLog.SITES - 1);
  }

  /** How many slots are in use: what is done for each is not to be done for all that could be. */
  int slots() {
    return Math.min(count.get(), ComparisonLog.SITES);
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
    int add(Site.Kind kind, boolean equality) {
      last = new Site(kind, constants);
      // One after the other: what is counted by some bits must not coincide.
      int number = count.getAndIncrement() << 1 | (equality ? 1 : 0);
      byNumber.put(number, last);
      return number;
    }

    /** The one that was added last. */
    Site last() {
      return last;
    }

    /** Another class, by its internal name, whose texts the method uses. */
    void use(String internalName) {
      constants.addSource(internalName);
    }

    /** A text that the method mentions. */
    void mention(String text) {
      constants.add(text);
    }
  }
}
