// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import io.github.mavenfuzz.comparison.Comparison.Mention;
import io.github.mavenfuzz.comparison.Comparison.OfBytes;
import io.github.mavenfuzz.comparison.Comparison.OfDecimals;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.comparison.Comparison.OfTexts;
import io.github.mavenfuzz.comparison.Comparison.Relation;
import io.github.mavenfuzz.comparison.Comparison.Sought;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes comparisons of what hooks have logged, which is nothing of the target's classes: what they
 * do is not what the execution did.
 */
final class ComparisonReader implements LogReader {
  private static final int MOST = 2048;

  /** Of a map or a collection, this many elements say enough. */
  private static final int MOST_ELEMENTS = 64;

  /** Of texts: where something is a number and no char, its limit mostly is more. */
  private static final int LARGEST_CHAR = 127;

  /** Large numbers take long to be written. */
  private static final int MOST_BITS = 1024;

  private final Set<Comparison> comparisons = new LinkedHashSet<>();
  private final Map<Integer, Comparison> passed = new LinkedHashMap<>();
  private final Map<Integer, Comparison> failed = new LinkedHashMap<>();
  private final Set<ClassTexts> met = new LinkedHashSet<>();

  /** Of containers: a loop may look into the same one again and again. */
  private final IdentityHashMap<Object, List<Object>> elements = new IdentityHashMap<>();

  private final Function<String, List<String>> examples;

  private final Sites sites;

  /**
   * A reader of one execution.
   *
   * @param examples makes texts that a regular expression matches
   */
  ComparisonReader(Sites sites, Function<String, List<String>> examples) {
    this.sites = sites;
    this.examples = examples;
  }

  @Override
  public void read(int number, Site site, long left, long right) {
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
      default -> {
        add(new OfNumbers(left, right));
        if (!Sites.isEquality(number)) {
          addBeyond(left, right);
        }
      }
    }
  }

  /** What is more than a limit may have to be, or less. */
  private void addBeyond(long left, long limit) {
    boolean isLarge = limit > LARGEST_CHAR || limit < -LARGEST_CHAR;
    if (isLarge && limit != Long.MAX_VALUE && limit != Long.MIN_VALUE) {
      add(new OfNumbers(left, left <= limit ? limit + 1 : limit - 1));
    }
  }

  @Override
  public void read(int number, Site site, @Nullable Object left, @Nullable Object right) {
    met.add(site.constants());
    try {
      readObjects(number, site, left, right);
    } catch (RuntimeException | LinkageError e) {
      // Another thread changes a container, or a class cannot be linked.
    } catch (OutOfMemoryError e) {
      // The target keeps it all: that is for its own executions to meet.
    }
  }

  private void readObjects(int number, Site site, @Nullable Object left, @Nullable Object right) {
    switch (site.kind()) {
      case EQUAL -> readEqual(number, left, right);
      case IDENTITY -> readIdentity(left, right);
      case PREFIX -> readPair(left, right, Relation.PREFIX);
      case SUFFIX -> readPair(left, right, Relation.SUFFIX);
      case INFIX -> readPair(left, right, Relation.INFIX);
      case TEXT_SWITCH, FORM -> site.texts().forEach(text -> readPair(left, text, Relation.EQUAL));
      case BYTES_FORM -> {
        if (left instanceof byte[] data) {
          site.texts().forEach(example -> add(new OfBytes(text(data), example)));
        }
      }
      case LOOK_UP -> readLookUp(left, right);
      case ARGUMENT -> readSought(left);
      case ENUM -> readEnum(left, right);
      case EXPRESSION -> readExpression(left, right);
      case MATCHER -> readExpression(right, left instanceof Pattern p ? p.pattern() : null);
      default -> throw new IllegalArgumentException(site.kind() + " of objects");
    }
  }

  /** All that was read, and the texts of the classes that it was read in, theirs first. */
  Trace trace() {
    Stream.concat(met.stream(), met.stream().flatMap(sites::usedBy))
        .distinct()
        .flatMap(constants -> constants.texts().stream())
        .limit(MOST - comparisons.size())
        .forEach(text -> comparisons.add(new Mention(text)));
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
    } else if (left == null || right == null) {
      // What there is none of yet may have to be there.
      readPair("", left == null ? right : left, Relation.EQUAL);
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
    if (!isMet(comparison) && comparisons.add(comparison) && comparisons.size() > MOST) {
      // What was compared last says more of what comes next.
      Iterator<Comparison> first = comparisons.iterator();
      Comparison unused = first.next();
      first.remove();
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
        : comparison(text(left), text(right), Relation.EQUAL);
  }

  private static @Nullable Comparison comparison(
      @Nullable String left, @Nullable String right, Relation relation) {
    return left == null || right == null ? null : new OfTexts(left, right, relation);
  }

  private void readLookUp(@Nullable Object container, @Nullable Object key) {
    if (container instanceof String) {
      readPair(container, key, Relation.INFIX);
    } else if (container != null && key != null) {
      // Whatever is among the elements, the key is not.
      readPair("", key, Relation.EQUAL);
      readSought(key);
      elements
          .computeIfAbsent(container, one -> Elements.first(one, MOST_ELEMENTS))
          .forEach(element -> readPair(key, element, Relation.EQUAL));
    }
  }

  private void readSought(@Nullable Object name) {
    if (name instanceof String text) {
      add(new Sought(text));
    }
  }

  private void readEnum(@Nullable Object type, @Nullable Object name) {
    if (type instanceof Class<?> enumType && enumType.isEnum()) {
      // The constants themselves would have to be made, by code of the target's.
      for (Field field : enumType.getDeclaredFields()) {
        if (field.isEnumConstant()) {
          readPair(name, field.getName(), Relation.EQUAL);
        }
      }
    }
  }

  private void readExpression(@Nullable Object subject, @Nullable Object expression) {
    if (subject instanceof String && expression instanceof String pattern) {
      Literals.of(pattern).forEach(literal -> readPair(subject, literal, Relation.INFIX));
      examples.apply(pattern).forEach(example -> readPair(subject, example, Relation.EQUAL));
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

  /** A text, or how a value of the JDK is mostly written. */
  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof BigInteger number) {
      return number.bitLength() <= MOST_BITS ? number.toString() : null;
    }
    if (value instanceof BigDecimal number) {
      return number.unscaledValue().bitLength() <= MOST_BITS ? number.toString() : null;
    }
    boolean written =
        value instanceof UUID
            || value instanceof URI
            || value instanceof Temporal
            || value instanceof TemporalAmount;
    return written ? String.valueOf(value) : null;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
