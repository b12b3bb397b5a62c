// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in a sequence that say how long a part is: bytes in most binary formats, decimals in some
 * texts. Who makes such a part longer or shorter has to make the number say so, or is read as
 * something else. Nothing tells which numbers are counts but that they fit: that what they count
 * ends where the part ends, or the sequence.
 */
final class Counts {

  /** Counts that count others, as containers in containers have them. */
  private static final int MOST_LEVELS = 8;

  /** What is further away from what it counts is not looked for: that would take long. */
  private static final int REACH = 256;

  private static final int MOST_TRIES = 8;

  /** How long what stands beside a count may be and says what is counted. */
  private static final int MOST_TYPE = 4;

  private static final int MOST_INSERTED = 32;

  private Counts() {}

  /**
   * Puts a text in the place of a part, which may be empty, and makes counts before it say so: all
   * that fit, or only the nearest, as chance has it.
   *
   * @return false, with the value as it was, if the length stays, no count fits, one cannot say
   *     that, or there is no room
   */
  static boolean replace(
      SequenceValue value, int at, int length, String text, Prng random, int maxLength) {
    return (random.nextBoolean() && replace(value, at, length, text, true, maxLength))
        || replace(value, at, length, text, false, maxLength);
  }

  /**
   * The same.
   *
   * @param all whether to change all counts that fit, which have to be several, and not only the
   *     nearest
   */
  static boolean replace(
      SequenceValue value, int at, int length, String text, boolean all, int maxLength) {
    int change = text.length() - length;
    if (change == 0) {
      return false;
    }
    List<Count> counts = of(value, at, at + length, all ? MOST_LEVELS : 1);
    if (counts.size() < (all ? 2 : 1)) {
      return false;
    }
    List<String> said = saying(counts, change, maxLength - value.length);
    if (said.isEmpty()) {
      return false;
    }
    value.replace(at, length, text);
    write(value, counts, said);
    return true;
  }

  /** Makes a part that is counted longer or shorter, or wraps it; false if it does not apply. */
  static boolean mutate(SequenceValue value, Prng random, int maxLength) {
    if (value.length == 0) {
      return false;
    }
    int end = random.nextInt(value.length);
    int behindDigit = -REACH;
    int tries = MOST_TRIES;
    for (int i = Math.min(value.length, REACH); i > 0 && tries > 0; i--) {
      end = end == value.length ? 1 : end + 1;
      if (Count.isDigit(value, end - 1)) {
        behindDigit = end;
      }
      if (Count.mayEnd(value, end, behindDigit)) {
        Count count = Count.any(value, end, random);
        if (count != null) {
          return mutate(value, count, random, maxLength);
        }
        tries--;
      }
    }
    return false;
  }

  private static boolean mutate(SequenceValue value, Count count, Prng random, int maxLength) {
    List<Count> counts = new ArrayList<>();
    counts.add(count);
    counts.addAll(of(value, count.start(), count.last(), MOST_LEVELS - 1));
    return switch (random.nextInt(8)) {
      case 0, 1 -> wrap(value, counts, random, maxLength);
      case 2, 3, 4 -> shorten(value, counts, random, maxLength);
      default -> lengthen(value, counts, random, maxLength);
    };
  }

  /** Puts what is counted, with its count and what may be its type, into another of its kind. */
  private static boolean wrap(SequenceValue value, List<Count> counts, Prng random, int maxLength) {
    Count count = counts.get(0);
    int type = random.nextInt(MOST_TYPE + 1);
    int first = count.countsItself() ? count.start() : count.start() - type;
    int last = count.countsItself() ? count.end() + type : count.first();
    if (first < 0 || last > count.last()) {
      return false;
    }
    List<String> said = saying(counts, last - first, maxLength - value.length);
    if (said.isEmpty()) {
      return false;
    }
    value.insertCopy(first, last - first, first);
    write(value, counts, said);
    return true;
  }

  private static boolean shorten(
      SequenceValue value, List<Count> counts, Prng random, int maxLength) {
    Count count = counts.get(0);
    if (count.first() == count.last()) {
      return false;
    }
    int at = count.first() + random.nextInt(count.last() - count.first());
    int removed = random.nextLength(count.last() - at);
    List<String> said = saying(counts, -removed, maxLength - value.length);
    if (said.isEmpty()) {
      return false;
    }
    value.remove(at, removed);
    write(value, counts, said);
    return true;
  }

  /** Inserts anything, or a copy of what is there already or in another entry. */
  private static boolean lengthen(
      SequenceValue value, List<Count> counts, Prng random, int maxLength) {
    int room = Math.min(maxLength - value.length, MOST_INSERTED);
    if (room <= 0) {
      return false;
    }
    SequenceValue source = random.oneIn(3) ? null : random.nextBoolean() ? value : value.mate;
    int from = 0;
    int most = room;
    if (source != null && source.length > 0) {
      from = random.nextBoolean() ? 0 : random.nextInt(source.length);
      most = Math.min(source.length - from, room);
    }
    int inserted = random.nextBoolean() ? most : random.nextLength(most);
    List<String> said = saying(counts, inserted, maxLength - value.length);
    if (said.isEmpty()) {
      return false;
    }
    Count count = counts.get(0);
    int at = count.first() + random.nextInt(count.last() - count.first() + 1);
    insert(value, at, source, from, inserted, random);
    write(value, counts, said);
    return true;
  }

  private static void insert(
      SequenceValue value,
      int at,
      @Nullable SequenceValue source,
      int from,
      int count,
      Prng random) {
    if (source == value) {
      value.insertCopy(from, count, at);
      return;
    }
    value.open(at, count);
    if (source == null || source.length == 0) {
      value.randomize(at, count, random);
    } else {
      value.copy(source, from, at, count);
    }
  }

  /** Those that fit a part that begins at or before that place and ends there, nearest first. */
  private static List<Count> of(SequenceValue value, int at, int last, int most) {
    List<Count> counts = new ArrayList<>();
    int end = at;
    while (end > Math.max(0, at - REACH) && counts.size() < most) {
      Count count = Count.upTo(value, end, at, last, value.length);
      if (count == null) {
        end--;
      } else {
        counts.add(count);
        end = count.start();
      }
    }
    return counts;
  }

  /**
   * What they have to say when what they count changes its length, as does a count that needs
   * another digit; empty if one of them cannot, or there is no room.
   */
  private static List<String> saying(List<Count> counts, int change, int room) {
    List<String> said = new ArrayList<>(counts.size());
    int by = change;
    for (Count count : counts) {
      String text = count.saying(count.number() + by);
      if (text == null) {
        return List.of();
      }
      said.add(text);
      by += text.length() - count.length();
    }
    return by > room ? List.of() : said;
  }

  /** The nearest first: what is before them stays where it is. */
  private static void write(SequenceValue value, List<Count> counts, List<String> said) {
    for (int i = 0; i < said.size(); i++) {
      Count count = counts.get(i);
      value.replace(count.start(), count.length(), said.get(i));
    }
  }
}
