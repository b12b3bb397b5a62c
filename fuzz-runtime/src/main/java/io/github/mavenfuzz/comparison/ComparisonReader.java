// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import io.github.mavenfuzz.comparison.Comparison.Mention;
import io.github.mavenfuzz.comparison.Comparison.OfBytes;
import io.github.mavenfuzz.comparison.Comparison.OfDecimals;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.comparison.Comparison.OfTexts;
import io.github.mavenfuzz.comparison.Comparison.Relation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes comparisons of what hooks have logged. Calls no method of the target's classes: what they
 * do is not what the execution did.
 */
final class ComparisonReader {
  private static final int MOST = 2048;

  /** Of a map or a collection, this many elements say enough. */
  private static final int MOST_ELEMENTS = 64;

  /** A text that is longer is seldom what an input has to be. */
  private static final int LONGEST = 1024;

  private final Set<Comparison> comparisons = new LinkedHashSet<>();
  private final Map<Integer, Comparison> passed = new LinkedHashMap<>();
  private final Map<Integer, Comparison> failed = new LinkedHashMap<>();
  private final Set<ClassTexts> met = new LinkedHashSet<>();

  /** Of regular expressions. */
  private final Map<String, List<String>> examples = new HashMap<>();

  /** Two numbers. */
  void read(int number, Site site, long left, long right) {
    met.add(site.constants());
    if (site.kind() == Site.Kind.INDEX) {
      return;
    }
    if (site.kind() == Site.Kind.NUMBERS) {
      note(number, new OfNumbers(left, right), left == right);
    }
    switch (site.kind()) {
      case SWITCH -> site.keys().forEach(key -> add(new OfNumbers(left, key)));
      case DECIMALS ->
          add(new OfDecimals(Double.longBitsToDouble(left), Double.longBitsToDouble(right)));
      default -> add(new OfNumbers(left, right));
    }
  }

  /** Two objects, which may be in any state: of what cannot be read nothing is known. */
  void read(int number, Site site, @Nullable Object left, @Nullable Object right) {
    met.add(site.constants());
    try {
      readObjects(number, site, left, right);
    } catch (RuntimeException e) {
      // Another thread changes it, or a view of the JDK's leads to a class of the target's.
    }
  }

  private void readObjects(int number, Site site, @Nullable Object left, @Nullable Object right) {
    switch (site.kind()) {
      case EQUAL -> readEqual(number, left, right);
      case IDENTITY -> readIdentity(left, right);
      case PREFIX -> readPair(left, right, Relation.PREFIX);
      case SUFFIX -> readPair(left, right, Relation.SUFFIX);
      case INFIX -> readPair(left, right, Relation.INFIX);
      case TEXT_SWITCH -> site.texts().forEach(text -> readPair(left, text, Relation.EQUAL));
      case LOOK_UP -> readLookUp(left, right);
      case ENUM -> readEnum(left, right);
      case EXPRESSION -> readExpression(left, right);
      case MATCHER -> readExpression(right, left instanceof Pattern p ? p.pattern() : null);
      case NUMERAL -> readPair(left, "1", Relation.EQUAL);
      default -> throw new IllegalArgumentException(site.kind() + " of objects");
    }
  }

  /** All that was read, and the texts of the classes that it was read in. */
  Trace trace() {
    for (ClassTexts constants : met) {
      constants.texts().forEach(text -> add(new Mention(text)));
    }
    passed.keySet().removeAll(failed.keySet());
    return new Trace(List.copyOf(comparisons), passed, failed);
  }

  /** A comparison either comes out or not; of a site that is passed again and again, all count. */
  private void note(int number, Comparison comparison, boolean equal) {
    if (passed.size() + failed.size() < MOST) {
      (equal ? passed : failed).putIfAbsent(number, comparison);
    }
  }

  private void readEqual(int number, @Nullable Object left, @Nullable Object right) {
    long[] some = numbers(left);
    long[] others = numbers(right);
    for (int i = 0; i < Math.min(some.length, others.length); i++) {
      add(new OfNumbers(some[i], others[i]));
    }
    Comparison comparison = pair(left, right, Relation.EQUAL);
    if (comparison != null) {
      note(number, comparison, isMet(comparison));
      add(comparison);
    }
  }

  /** Of numbers and arrays, the same is not what equals. */
  private void readIdentity(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String && right instanceof String) {
      readPair(left, right, Relation.EQUAL);
    }
  }

  private static boolean isMet(Comparison comparison) {
    if (comparison instanceof OfNumbers numbers) {
      return numbers.left() == numbers.right();
    }
    if (comparison instanceof OfBytes bytes) {
      return bytes.left().equals(bytes.right());
    }
    return comparison instanceof OfTexts texts && texts.left().equals(texts.right());
  }

  private void add(Comparison comparison) {
    if (comparisons.size() < MOST && !isMet(comparison)) {
      comparisons.add(comparison);
    }
  }

  private void readPair(@Nullable Object left, @Nullable Object right, Relation relation) {
    Comparison comparison = pair(left, right, relation);
    if (comparison != null) {
      add(comparison);
    }
  }

  private static @Nullable Comparison pair(
      @Nullable Object left, @Nullable Object right, Relation relation) {
    return left instanceof byte[] some && right instanceof byte[] others
        ? new OfBytes(text(some), text(others))
        : left instanceof Number number && right instanceof Number other
            ? comparison(number, other)
            : left instanceof Character c && right instanceof Character d
                ? new OfNumbers(c, d)
                : comparison(text(left), text(right), relation);
  }

  private static @Nullable Comparison comparison(Number left, Number right) {
    if (isDecimal(left) && isDecimal(right)) {
      return new OfDecimals(left.doubleValue(), right.doubleValue());
    }
    return isIntegral(left) && isIntegral(right)
        ? new OfNumbers(left.longValue(), right.longValue())
        : null;
  }

  private static @Nullable Comparison comparison(
      @Nullable String left, @Nullable String right, Relation relation) {
    return left == null || right == null ? null : new OfTexts(left, right, relation);
  }

  private void readLookUp(@Nullable Object container, @Nullable Object key) {
    if (container instanceof CharSequence) {
      readPair(container, key, Relation.INFIX);
      return;
    }
    if (container == null || key == null || container.getClass().getClassLoader() != null) {
      return;
    }
    if (container instanceof Map<?, ?> map) {
      readElements(map.keySet().iterator(), key);
    } else if (container instanceof Collection<?> collection) {
      readElements(collection.iterator(), key);
    }
  }

  private void readElements(Iterator<?> elements, Object key) {
    for (int i = 0; i < MOST_ELEMENTS && elements.hasNext(); i++) {
      readPair(key, elements.next(), Relation.EQUAL);
    }
  }

  private void readEnum(@Nullable Object type, @Nullable Object name) {
    if (type instanceof Class<?> enumType && enumType.isEnum()) {
      for (Object constant : enumType.getEnumConstants()) {
        readPair(name, ((Enum<?>) constant).name(), Relation.EQUAL);
      }
    }
  }

  private void readExpression(@Nullable Object subject, @Nullable Object expression) {
    if (subject instanceof CharSequence && expression instanceof CharSequence pattern) {
      String text = text(pattern);
      if (text != null) {
        Literals.of(text).forEach(literal -> readPair(subject, literal, Relation.INFIX));
        examples
            .computeIfAbsent(text, Examples::of)
            .forEach(example -> readPair(subject, example, Relation.EQUAL));
      }
    }
  }

  private static boolean isDecimal(Number value) {
    return value instanceof Double || value instanceof Float;
  }

  private static boolean isIntegral(Number value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte;
  }

  /** The first elements of an array of numbers; none of what is no such array. */
  private static long[] numbers(@Nullable Object value) {
    LongStream elements =
        value instanceof int[] ints
            ? Arrays.stream(ints).asLongStream()
            : value instanceof long[] longs ? Arrays.stream(longs) : LongStream.empty();
    return elements.limit(MOST_ELEMENTS).toArray();
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof char[] chars) {
      return new String(chars, 0, Math.min(chars.length, LONGEST));
    }
    boolean isText =
        value instanceof String || value instanceof StringBuilder || value instanceof StringBuffer;
    if (value == null || !isText) {
      return null;
    }
    CharSequence chars = (CharSequence) value;
    return chars.subSequence(0, Math.min(chars.length(), LONGEST)).toString();
  }

  private static String text(byte[] bytes) {
    int length = Math.min(bytes.length, LONGEST);
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
