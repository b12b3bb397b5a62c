// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Arrays;
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

  /** A loop must not take all the room. */
  private static final int MOST_TIMES = 200;

  private ComparisonLog() {}

  /** Two ints, shorts, bytes or chars. */
  public static void ints(int left, int right, int site) {
    if (on) {
      number(left, right, site);
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

  /** In the place of the method of that name, as nothing else can be done with five words. */
  public static boolean regionMatches(
      String text, int offset, String other, int otherOffset, int length, int site) {
    if (on) {
      object(part(text, offset, length), part(other, otherOffset, length), site);
    }
    return text.regionMatches(offset, other, otherOffset, length);
  }

  /** The same, with a choice. */
  public static boolean regionMatches(
      String text,
      boolean ignoreCase,
      int offset,
      String other,
      int otherOffset,
      int length,
      int site) {
    if (on) {
      object(part(text, offset, length), part(other, otherOffset, length), site);
    }
    return text.regionMatches(ignoreCase, offset, other, otherOffset, length);
  }

  /** In the place of the method of Arrays. */
  public static boolean equals(
      byte[] left, int from, int to, byte[] right, int otherFrom, int otherTo, int site) {
    if (on) {
      object(part(left, from, to), part(right, otherFrom, otherTo), site);
    }
    return Arrays.equals(left, from, to, right, otherFrom, otherTo);
  }

  /** In the place of the method of Arrays. */
  public static int compare(
      byte[] left, int from, int to, byte[] right, int otherFrom, int otherTo, int site) {
    if (on) {
      object(part(left, from, to), part(right, otherFrom, otherTo), site);
    }
    return Arrays.compare(left, from, to, right, otherFrom, otherTo);
  }

  /** In the place of the method of Arrays. */
  public static int mismatch(
      byte[] left, int from, int to, byte[] right, int otherFrom, int otherTo, int site) {
    if (on) {
      object(part(left, from, to), part(right, otherFrom, otherTo), site);
    }
    return Arrays.mismatch(left, from, to, right, otherFrom, otherTo);
  }

  /** What there is of it: it is for the method itself to complain. */
  private static @Nullable String part(@Nullable String text, int offset, int length) {
    if (text == null || offset < 0 || length < 0 || offset > text.length()) {
      return null;
    }
    return text.substring(offset, offset + Math.min(length, text.length() - offset));
  }

  private static byte @Nullable [] part(byte @Nullable [] bytes, int from, int to) {
    return bytes == null || from < 0 || from > to || to > bytes.length
        ? null
        : Arrays.copyOfRange(bytes, from, to);
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
      OBJECT_SITES[i] = site;
      LEFT_OBJECTS[i] = left;
      RIGHT_OBJECTS[i] = right;
      objects = i + 1;
    }
  }
}
