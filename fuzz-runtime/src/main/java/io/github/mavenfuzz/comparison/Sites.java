// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sites of a JVM, by the number that their hooks log. Thread-safe. */
final class Sites {
  /** More than the class paths of large programs have; each takes about a hundred bytes. */
  private static final int MOST = 1 << 18;

  private final Map<String, ClassTexts> texts = new ConcurrentHashMap<>();

  /** By their numbers without the last bit. Each write of an element is followed by one of this. */
  private volatile @Nullable Site[] all = new Site[1 << 10];

  /** How many there are. */
  private volatile int count;

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
    return count >= MOST;
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
    return Math.min(count, ComparisonLog.SITES);
  }

  /** The site with that number; null if there is none. */
  @Nullable Site get(int number) {
    @Nullable Site[] some = all;
    int index = number >>> 1;
    return index < some.length ? some[index] : null;
  }

  /** One after the other: what is counted by some bits must not coincide. */
  private synchronized int put(Site site) {
    int index = count;
    @Nullable Site[] some = index < all.length ? all : Arrays.copyOf(all, 2 * index);
    some[index] = site;
    all = some;
    count = index + 1;
    return index;
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
      return put(last) << 1 | (equality ? 1 : 0);
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
