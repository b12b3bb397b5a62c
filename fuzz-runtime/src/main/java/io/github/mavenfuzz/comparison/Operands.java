// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What one comparison compared, as numbers: one on each side, or as many as the elements of two
 * sequences that are equally long.
 *
 * @param isNumber whether it is numbers that were compared, and not sequences
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Operands(Key key, boolean isNumber, long[] left, long[] right) {

  /** The n-th comparison of a site in an execution. */
  record Key(int site, int nth) {}

  /** Whether both sides are the same. */
  boolean isEqual() {
    return Arrays.equals(left, right);
  }

  /** Takes them out of what hooks have logged of one execution. Not thread-safe. */
  static final class Reader implements LogReader {

    /** What a loop compares later is mostly like what it compared before. */
    private static final int MOST_TIMES = 64;

    /** Longer texts are not made element by element. */
    private static final int LONGEST = 64;

    private static final long[] NONE = {};

    private final Outcomes outcomes;
    private final IntPredicate wanted;
    private final Map<Integer, Integer> times = new HashMap<>();
    private final List<Operands> read = new ArrayList<>();

    /** With the sites that are wanted. */
    Reader(Outcomes outcomes, IntPredicate wanted) {
      this.outcomes = outcomes;
      this.wanted = wanted;
    }

    /** What was read, in the order in which it was compared, numbers first. */
    List<Operands> read() {
      return read;
    }

    @Override
    public void read(int number, Site site, long left, long right) {
      // Of positive decimals, the one whose bits are the larger number is the larger.
      if (site.kind() == Site.Kind.NUMBERS || site.kind() == Site.Kind.DECIMALS) {
        outcomes.compared(number, left, right);
        if (wanted.test(number)) {
          add(number, true, new long[] {left}, new long[] {right});
        }
      }
    }

    @Override
    public void read(int number, Site site, @Nullable Object left, @Nullable Object right) {
      if (!wanted.test(number)) {
        return;
      }
      if (left instanceof Number some && right instanceof Number other) {
        add(number, true, new long[] {some.longValue()}, new long[] {other.longValue()});
      } else if (left instanceof Character some && right instanceof Character other) {
        add(number, true, new long[] {some}, new long[] {other});
      } else {
        boolean isLookUp = site.kind() == Site.Kind.LOOK_UP;
        readSequences(number, site, isLookUp ? aslongAs(left, right) : left, right);
      }
    }

    private void readSequences(
        int number, Site site, @Nullable Object left, @Nullable Object right) {
      long[] whole = elements(left);
      long[] others = elements(right);
      long[] some =
          switch (site.kind()) {
            case PREFIX -> Arrays.copyOf(whole, Math.min(whole.length, others.length));
            case SUFFIX ->
                Arrays.copyOfRange(whole, Math.max(0, whole.length - others.length), whole.length);
            case EQUAL, IDENTITY, LOOK_UP -> whole;
            default -> NONE;
          };
      if (some.length > 0 && some.length == others.length && some.length <= LONGEST) {
        outcomes.compared(number, Arrays.equals(some, others));
        add(number, false, some, others);
      }
    }

    private void add(int site, boolean isNumber, long[] left, long[] right) {
      int nth = times.merge(site, 1, Integer::sum);
      if (nth <= MOST_TIMES) {
        read.add(new Operands(new Key(site, nth), isNumber, left, right));
      }
    }

    /** Of what a key is looked up in, the first that is equally long. */
    private static @Nullable Object aslongAs(@Nullable Object container, @Nullable Object key) {
      if (key instanceof String text) {
        for (String element : Difference.texts(container)) {
          if (element.length() == text.length()) {
            return element;
          }
        }
      }
      return null;
    }

    private static long[] elements(@Nullable Object sequence) {
      if (sequence instanceof String text) {
        return text.chars().asLongStream().toArray();
      }
      if (sequence instanceof byte[] bytes) {
        return LongStream.range(0, bytes.length).map(i -> bytes[(int) i]).toArray();
      }
      if (sequence instanceof int[] ints) {
        return Arrays.stream(ints).asLongStream().toArray();
      }
      return sequence instanceof long[] longs ? longs : NONE;
    }
  }
}
