// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import io.github.mavenfuzz.comparison.Milestone.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far executions have come where probes show nothing new: in which states a program was that
 * tells small numbers apart, how near the sides of a comparison have come to each other, how often
 * a site was reached in one execution. What was seen once is no progress any more, and each site
 * can show only so much, so that there is an end to it. After libFuzzer's value profile, the maxima
 * of PerfFuzz (Lemieux et al., ISSTA 2018) and the states of IJON (Aschermann et al., S&P 2020),
 * which there the user has to name.
 */
public final class Progress {
  /** What an execution was run on. */
  public interface Subject {

    /** How many bytes and chars it has. */
    int length();

    /** Whether a text is a part of it. */
    boolean contains(String text);

    /** Adds what its bytes and chars are. */
    void addElements(BitSet elements);
  }

  private static final int SITES = ComparisonLog.SITES;

  /** So many that states which are taken for each other are seldom: one would end the way. */
  private static final int STATES = 1 << 20;

  private static final int STATE_SHIFT = Long.SIZE - 20;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** Sites, each with what texts are to be like there. */
  private static final int PAIRS = 1 << 14;

  /** What has more elements is only larger. */
  private static final int LARGE = 1 << 10;

  /** More states than that say nothing about where an execution is. */
  private static final int MOST_STATES = 512;

  private static final int SMALL = 255;

  /** Numbers of states are mostly smaller, chars of a text are not. */
  private static final int LEAST_CHAR = 16;

  private static final int UNKNOWN = -1;

  /** One state for whatever is not what it is compared with. */
  private static final int OTHER = -SMALL;

  /** A distance, or a number of times, has to change by this part to count. */
  private static final int PART = 8;

  /** No stack is deeper, and what a loop does more often is only slow. */
  private static final int MOST_TIMES = 1 << 16;

  /** The length of the shortest input that led to each state. */
  private final int[] shortest = new int[STATES];

  private final int[] statesOfSite = new int[SITES];
  private final long[] nearest = new long[SITES];
  private final int[] fewest = new int[PAIRS];
  private final int[] largest = new int[SITES];
  private final int[] mostTimes = new int[SITES];

  // Of one execution: what each site has compared last, and which two of them changed that last.
  private final long[] last = new long[SITES];
  private final int[] executionOf = new int[SITES];
  private final List<Milestone> milestones = new ArrayList<>();
  private final BitSet inInput = new BitSet(PAIRS);
  private final BitSet elements = new BitSet();
  private @Nullable Subject input;
  private final Place place = new Place();
  private final Place indices = new Place();
  private int execution;
  private int length;

  /** Nothing was seen yet. */
  public Progress() {
    Arrays.fill(nearest, Long.MAX_VALUE);
    Arrays.fill(fewest, Integer.MAX_VALUE);
    Arrays.fill(shortest, UNKNOWN);
  }

  /** An execution is over, whose comparisons come now, in their order. */
  void begin(Subject input) {
    execution++;
    this.input = input;
    this.length = input.length();
    elements.clear();
    input.addElements(elements);
    milestones.clear();
    place.clear();
    indices.clear();
  }

  /** Two numbers were compared. */
  void compared(int site, long left, long right) {
    int slot = Sites.slot(site);
    if (left != right) {
      noteDistance(slot, left, right);
    }
    // What is only put in order is a loop's counter, or has no end.
    if (Sites.isEquality(site) && isSmall(left) && isSmall(right)) {
      // Of what only was read it matters whether it is the other, but not what else it is.
      boolean differs = left != right && (isCopy(left) || isCopy(right));
      noteState(slot, differs ? OTHER : left, differs ? OTHER : right, place);
    }
  }

  /** A switch decides on a number, which may be none of its cases: then it matters not which. */
  void switched(int site, long key, boolean isCase) {
    long state = isCase ? key : OTHER;
    if (isSmall(state)) {
      noteState(Sites.slot(site), state, state, place);
    }
  }

  /**
   * A number says which row or column of a table comes: of two, one is no place without the other.
   */
  void indexed(int site, long index) {
    if (isSmall(index) && !isCopy(index)) {
      noteState(Sites.slot(site), index, index, indices);
    }
  }

  private static boolean isSmall(long number) {
    return number >= -SMALL && number <= SMALL;
  }

  /** Whether a number seems to be one of the input's bytes or chars as it is. */
  private boolean isCopy(long number) {
    return (number < 0 || number >= LEAST_CHAR) && elements.get((int) number & 0xFF);
  }

  private void noteDistance(int slot, long left, long right) {
    long difference = left - right;
    boolean overflows = ((left ^ right) & (left ^ difference)) < 0;
    long distance = Math.abs(difference);
    long least = nearest[slot];
    // The last steps are small ones, and few.
    long step = least <= SMALL ? 1 : least / PART;
    if (overflows || distance > least - step) {
      return;
    }
    nearest[slot] = distance;
    if (least != Long.MAX_VALUE) {
      milestones.add(new Milestone(Kind.NEAREST, slot));
    }
  }

  /**
   * Two sequences were compared that differ in so many places, or a key with what is nearest to it
   * where it was looked up.
   *
   * @param constant what the other was to be like, if that is always the same
   * @param places negative if that says nothing
   */
  void differed(int slot, @Nullable Object constant, int places) {
    int pair = pair(slot, constant);
    int least = fewest[pair];
    if (places < 0 || places >= least) {
      return;
    }
    fewest[pair] = places;
    if (places == 0) {
      milestones.add(new Milestone(Kind.MET, pair));
    } else if (least != Integer.MAX_VALUE) {
      milestones.add(new Milestone(Kind.NEAREST, pair));
    }
  }

  /** Whether what would differ there has met already: it can come no nearer. */
  boolean hasMet(int slot, @Nullable Object constant) {
    return fewest[pair(slot, constant)] == 0;
  }

  private static int pair(int slot, @Nullable Object constant) {
    return constant == null ? slot : slot * 31 + constant.hashCode() & (PAIRS - 1);
  }

  /** Whether a text that was to be its like was a part of an input already. */
  boolean wasInInput(int slot, String constant) {
    return inInput.get(pair(slot, constant));
  }

  /** A text was compared with another one, which is to be its like. */
  void compared(int slot, String constant, String text) {
    int pair = pair(slot, constant);
    if (input != null && !inInput.get(pair) && !text.isEmpty() && input.contains(text)) {
      inInput.set(pair);
      milestones.add(new Milestone(Kind.IN_INPUT, pair));
    }
  }

  /** Something was looked up among so many; negative if that is not known. */
  void grew(int slot, int elements) {
    int most = largest[slot];
    int counted = Math.min(elements, LARGE);
    if (counted > most + most / PART) {
      largest[slot] = counted;
      if (most == 0) {
        milestones.add(new Milestone(Kind.MET, PAIRS + slot));
      }
      milestones.add(new Milestone(Kind.SIZE, slot));
    }
  }

  /** What one site compares tells where an execution is on one axis: two of them tell where. */
  private static final class Place {
    private int changed;
    private long value;
    private long otherValue;

    void clear() {
      changed = -1;
      value = 0;
      otherValue = 0;
    }

    void change(int slot, long pair) {
      if (changed != slot) {
        otherValue = value;
        changed = slot;
      }
      value = pair;
    }

    int with(long pair) {
      return (int) (((pair ^ otherValue >>> 1) * MIX) >>> STATE_SHIFT);
    }
  }

  private void noteState(int slot, long left, long right, Place where) {
    long pair = ((slot * 1021L + left) * 1021 + right) * MIX;
    if (executionOf[slot] != execution || last[slot] != pair) {
      executionOf[slot] = execution;
      last[slot] = pair;
      where.change(slot, pair);
    }
    int state = where.with(pair);
    int least = shortest[state];
    if (least == UNKNOWN && statesOfSite[slot] < MOST_STATES) {
      statesOfSite[slot]++;
      shortest[state] = length;
      milestones.add(new Milestone(Kind.STATE, state));
    } else if (length < least - least / PART) {
      // What an input is longer than it need be hides what matters from mutations.
      shortest[state] = length;
      milestones.add(new Milestone(Kind.STATE, state));
    }
  }

  /** A site was reached so often in one execution. */
  void reached(int slot, int times) {
    int most = mostTimes[slot];
    int counted = Math.min(times, MOST_TIMES);
    if (counted > most + most / PART) {
      mostTimes[slot] = counted;
      milestones.add(new Milestone(Kind.TIMES, slot));
    }
  }

  /** What the execution was the first to reach; nothing if it came no further than others. */
  List<Milestone> milestones() {
    return List.copyOf(milestones);
  }
}
