// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.lang.reflect.Field;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the hooks in instrumented classes leave what is compared. It is compiled here, but {@link
 * HookedLog} defines it under another name beside Object, where every class loader sees it: so it
 * may use nothing but the JDK. A hook that nobody listens to is one test of a field.
 *
 * <p>The arrays are read once the execution is over. Threads of the target may overwrite each
 * other's entries; that loses a comparison, and nothing else.
 */
@SuppressWarnings("MutablePublicArray") // They are what is handed over.
public final class ComparisonLog {

  /** Whether anybody listens. Not volatile: hooks must cost nothing, and one may be missed. */
  public static boolean on;

  /** How many comparisons of numbers are logged. */
  public static int numbers;

  /** How many of objects. */
  public static int objects;

  /** Where the numbers were compared. */
  public static final int[] NUMBER_SITES = new int[1 << 13];

  /** One side of each comparison; floating-point numbers by their bits as doubles. */
  public static final long[] LEFT_NUMBERS = new long[NUMBER_SITES.length];

  /** The other side. */
  public static final long[] RIGHT_NUMBERS = new long[NUMBER_SITES.length];

  /** Where the objects were compared. */
  public static final int[] OBJECT_SITES = new int[1 << 11];

  /** One side of each comparison. */
  public static final @Nullable Object[] LEFT_OBJECTS = new Object[OBJECT_SITES.length];

  /** The other side. */
  public static final @Nullable Object[] RIGHT_OBJECTS = new Object[OBJECT_SITES.length];

  /** Sites with the same last bits are counted together; a power of two. */
  public static final int SITES = 1 << 12;

  /** How often each site was reached. */
  public static final int[] TIMES = new int[SITES];

  /** Where the site's last comparison of numbers is logged. */
  public static final int[] LAST = new int[SITES];

  /** Of a text or an array of bytes, as much as is kept. */
  private static final int LONGEST = 1024;

  /** Of an array of numbers, or of texts. */
  private static final int MOST_NUMBERS = 256;

  /** A view of a view of a view... */
  private static final int MOST_VIEWS = 4;

  private static final byte[] NOTHING = {};

  /** What can be read without running any code but the JDK's, and without waiting for a lock. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.Hashtable",
          "java.util.Properties",
          "java.util.EnumMap",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.Arrays$ArrayList",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.ImmutableCollections$Map1",
          "java.util.ImmutableCollections$MapN",
          "java.util.Collections$SingletonSet",
          "java.util.Collections$SingletonList",
          "java.util.Collections$SingletonMap");

  /** What a view that cannot be modified is a view of. */
  private static final @Nullable Field VIEWED_MAP =
      field(Collections.unmodifiableMap(new HashMap<>()).getClass(), "m");

  private static final @Nullable Field VIEWED_COLLECTION =
      field(Collections.unmodifiableCollection(new ArrayList<>()).getClass(), "c");

  /** A loop must not take all the room. */
  private static final int MOST_TIMES = 200;

  private ComparisonLog() {}

  /** Two ints, shorts, bytes or chars. */
  public static void ints(int left, int right, int site) {
    if (on) {
      number(left, right, site);
    }
  }

  /** An int and zero. */
  public static void zero(int number, int site) {
    if (on) {
      number(number, 0, site);
    }
  }

  /** An int that decides where to go on. */
  public static void key(int key, int site) {
    if (on) {
      number(key, key, site);
    }
  }

  /** In the place of the instruction {@code lcmp}, as nothing else can be done with four words. */
  public static int longs(long left, long right, int site) {
    if (on) {
      number(left, right, site);
    }
    return left < right ? -1 : left == right ? 0 : 1;
  }

  /** In the place of {@link Double#compare}. */
  public static int doubles(double left, double right, int site) {
    if (on) {
      number(Double.doubleToRawLongBits(left), Double.doubleToRawLongBits(right), site);
    }
    return Double.compare(left, right);
  }

  /** Two floats. */
  public static void floats(float left, float right, int site) {
    if (on) {
      number(Double.doubleToRawLongBits(left), Double.doubleToRawLongBits(right), site);
    }
  }

  /** In the place of the instruction {@code dcmpl}: -1 for what is not a number. */
  public static int doublesLess(double left, double right, int site) {
    if (on) {
      number(Double.doubleToRawLongBits(left), Double.doubleToRawLongBits(right), site);
    }
    return left > right ? 1 : left == right ? 0 : -1;
  }

  /** In the place of the instruction {@code dcmpg}: 1 for what is not a number. */
  public static int doublesGreater(double left, double right, int site) {
    if (on) {
      number(Double.doubleToRawLongBits(left), Double.doubleToRawLongBits(right), site);
    }
    return left < right ? -1 : left == right ? 0 : 1;
  }

  /** Two objects. */
  public static void objects(@Nullable Object left, @Nullable Object right, int site) {
    if (on) {
      object(left, right, site);
    }
  }

  /** An object that is compared with what is known of the site. */
  public static void subject(@Nullable Object subject, int site) {
    if (on) {
      object(subject, null, site);
    }
  }

  /** Bytes, or a stream of them, of which nothing is known before it is read. */
  public static void data(@Nullable Object data, int site) {
    if (on) {
      object(data instanceof byte[] ? data : NOTHING, null, site);
    }
  }

  /** A text, and a char that is looked for in it. */
  public static void infix(@Nullable String text, int character, int site) {
    if (on && Character.isValidCodePoint(character)) {
      object(text, Character.toString(character), site);
    }
  }

  /** Parts of two texts. */
  public static void parts(
      @Nullable String text,
      int offset,
      @Nullable String other,
      int otherOffset,
      int length,
      int site) {
    if (on) {
      object(part(text, offset, length), part(other, otherOffset, length), site);
    }
  }

  /** Parts of two texts, of which capital letters may not matter. */
  public static void parts(
      @Nullable String text,
      boolean ignoreCase,
      int offset,
      @Nullable String other,
      int otherOffset,
      int length,
      int site) {
    parts(text, offset, other, otherOffset, length, site);
  }

  /** Parts of two arrays. */
  public static void parts(
      byte @Nullable [] left,
      int from,
      int to,
      byte @Nullable [] right,
      int otherFrom,
      int otherTo,
      int site) {
    if (on) {
      object(part(left, from, to), part(right, otherFrom, otherTo), site);
    }
  }

  /** What there is of it: it is for the method itself to complain. */
  private static @Nullable String part(@Nullable String text, int offset, int length) {
    if (text == null || offset < 0 || length < 0 || offset > text.length()) {
      return null;
    }
    int there = Math.min(length, text.length() - offset);
    return text.substring(offset, offset + Math.min(there, LONGEST));
  }

  private static byte @Nullable [] part(byte @Nullable [] bytes, int from, int to) {
    return bytes == null || from < 0 || from > to || to > bytes.length
        ? null
        : Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST));
  }

  private static void number(long left, long right, int site) {
    int slot = site >>> 1 & (SITES - 1);
    int i = numbers;
    if (TIMES[slot]++ >= MOST_TIMES) {
      // Of the others the last is the most interesting.
      i = LAST[slot];
    } else if (i < NUMBER_SITES.length) {
      numbers = i + 1;
    } else {
      return;
    }
    LAST[slot] = i;
    NUMBER_SITES[i] = site;
    LEFT_NUMBERS[i] = left;
    RIGHT_NUMBERS[i] = right;
  }

  private static void object(@Nullable Object left, @Nullable Object right, int site) {
    int i = objects;
    if (i < OBJECT_SITES.length && TIMES[site >>> 1 & (SITES - 1)]++ < MOST_TIMES) {
      Object some = kept(left);
      Object other = kept(right);
      if (some != null || other != null) {
        OBJECT_SITES[i] = site;
        LEFT_OBJECTS[i] = some;
        RIGHT_OBJECTS[i] = other;
        objects = i + 1;
      }
    }
  }

  /**
   * What is kept of an object: as it is now, and so little that the target does not notice; null of
   * what says nothing, among it all objects of the target's classes.
   */
  private static @Nullable Object kept(@Nullable Object object) {
    if (object instanceof String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
    if (object instanceof byte[] bytes) {
      return Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST));
    }
    if (object instanceof char[] chars) {
      return new String(chars, 0, Math.min(chars.length, LONGEST));
    }
    if (object instanceof int[] ints) {
      return Arrays.copyOf(ints, Math.min(ints.length, MOST_NUMBERS));
    }
    if (object instanceof long[] longs) {
      return Arrays.copyOf(longs, Math.min(longs.length, MOST_NUMBERS));
    }
    if (object == null || object.getClass().getClassLoader() != null) {
      return null;
    }
    if (object instanceof ByteBuffer buffer) {
      return remaining(buffer.duplicate());
    }
    if (object instanceof String[] texts) {
      return Arrays.asList(Arrays.copyOf(texts, Math.min(texts.length, MOST_NUMBERS)));
    }
    if (object instanceof StringBuilder || object instanceof StringBuffer) {
      return beginning((CharSequence) object);
    }
    if (object instanceof Map || object instanceof Collection) {
      return container(object);
    }
    return object instanceof Number
            || object instanceof Character
            || object instanceof Class
            || object instanceof Pattern
            || object instanceof UUID
            || object instanceof URI
            || object instanceof Temporal
            || object instanceof TemporalAmount
        ? object
        : null;
  }

  private static byte[] remaining(ByteBuffer buffer) {
    byte[] bytes = new byte[Math.min(buffer.remaining(), LONGEST)];
    buffer.get(bytes);
    return bytes;
  }

  private static @Nullable String beginning(CharSequence builder) {
    try {
      return builder.subSequence(0, Math.min(builder.length(), LONGEST)).toString();
    } catch (IndexOutOfBoundsException e) {
      // Another thread makes it shorter.
      return null;
    }
  }

  private static @Nullable Object container(Object view) {
    Object container = view;
    for (int i = 0; container != null && i < MOST_VIEWS; i++) {
      String name = container.getClass().getName();
      if (CONTAINERS.contains(name)) {
        return container;
      }
      if (!name.startsWith("java.util.Collections$Unmodifiable")) {
        return null;
      }
      container = viewed(container);
    }
    return null;
  }

  private static @Nullable Object viewed(Object view) {
    Field field = view instanceof Map ? VIEWED_MAP : VIEWED_COLLECTION;
    try {
      return field == null ? null : field.get(view);
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  private static @Nullable Field field(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Another JDK; or this class as it is compiled, to which the field is not accessible.
      return null;
    }
  }
}
