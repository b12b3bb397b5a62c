// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** How unlike what has been logged is to what it should be like. */
final class Difference {

  /** What is longer is seldom what an input has to be. */
  private static final int LONGEST = 256;

  /** Of a map or a collection, this many elements say enough. */
  private static final int MOST_ELEMENTS = 32;

  private Difference() {}

  /**
   * In how many places objects differ that were compared at such a site. Negative if that says
   * nothing of them.
   */
  static int at(Site.Kind kind, @Nullable Object left, @Nullable Object right) {
    if (kind == Site.Kind.LOOK_UP && !(left instanceof String)) {
      return left == null || right == null ? -1 : toNearest(left, right);
    }
    if (left instanceof String some && right instanceof String others) {
      int shared = Math.min(some.length(), others.length());
      return switch (kind) {
        case PREFIX -> betweenTexts(some.substring(0, shared), others);
        case SUFFIX -> betweenTexts(some.substring(some.length() - shared), others);
        case INFIX, LOOK_UP -> toInfix(some, others);
        case EQUAL, IDENTITY -> betweenTexts(some, others);
        default -> -1;
      };
    }
    return between(left, right);
  }

  /** How many elements there are in what a key is looked up in; negative if it is no such thing. */
  static int size(Site.Kind kind, @Nullable Object container) {
    Collection<?> elements = kind == Site.Kind.LOOK_UP ? Elements.of(container) : null;
    return elements == null ? -1 : elements.size();
  }

  /** A text, or those of the first elements of a container that are texts. */
  static List<String> texts(@Nullable Object object) {
    if (object instanceof String text) {
      return List.of(text);
    }
    List<String> texts = new ArrayList<>();
    for (Object element : Elements.first(object, MOST_ELEMENTS)) {
      if (element instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static int toNearest(Object container, Object key) {
    int least = -1;
    for (Object element : Elements.first(container, MOST_ELEMENTS)) {
      int places = between(element, key);
      least = least < 0 || (places >= 0 && places < least) ? places : least;
    }
    return least;
  }

  /** How much of the end of a text is missing from where its beginning is. */
  private static int toInfix(String text, String infix) {
    if (infix.length() > LONGEST) {
      return -1;
    }
    int found = infix.length();
    while (found > 0 && !text.contains(infix.substring(0, found))) {
      found--;
    }
    return infix.length() - found;
  }

  /**
   * In how many places texts, or arrays of a kind, differ; what one is longer by differs. Negative
   * if that says nothing of them.
   */
  static int between(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String some && right instanceof String others) {
      return betweenTexts(some, others);
    }
    if (left instanceof byte[] some && right instanceof byte[] others) {
      return betweenTexts(
          new String(some, StandardCharsets.ISO_8859_1),
          new String(others, StandardCharsets.ISO_8859_1));
    }
    if (left instanceof int[] some && right instanceof int[] others) {
      return betweenNumbers(longs(some), longs(others));
    }
    if (left instanceof long[] some && right instanceof long[] others) {
      return betweenNumbers(some, others);
    }
    return -1;
  }

  private static long[] longs(int[] numbers) {
    return Arrays.stream(numbers).asLongStream().toArray();
  }

  private static int betweenTexts(String left, String right) {
    return places(left.length(), right.length(), i -> left.charAt(i) == right.charAt(i));
  }

  private static int betweenNumbers(long[] left, long[] right) {
    return places(left.length, right.length, i -> left[i] == right[i]);
  }

  private static int places(int left, int right, IntPredicate same) {
    int shared = Math.min(left, right);
    if (shared > LONGEST) {
      return -1;
    }
    int places = Math.abs(left - right);
    for (int i = 0; i < shared; i++) {
      places += same.test(i) ? 0 : 1;
    }
    return places;
  }
}
