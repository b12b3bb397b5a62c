// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The live probe arrays of one worker, and the mask of what is known already. Lives in the worker
 * JVM.
 *
 * <p>Between executions a live array equals its mask, or has more: probes only ever go from false
 * to true, nothing is set back while nothing new shows. That a batch of executions touched nothing
 * new is then one vectorised comparison per class, and costs the executions themselves nothing.
 *
 * <p>Classes register on whatever thread runs them first; everything else belongs to the thread
 * that runs the target.
 */
public final class Probes {

  private static final class TrackedClass {
    final long id;
    final String name;
    final boolean[] live;
    final boolean[] mask;

    TrackedClass(long id, String name, boolean[] live) {
      this.id = id;
      this.name = name;
      this.live = live;
      this.mask = new boolean[live.length];
    }

    boolean hasNew() {
      return !Arrays.equals(live, mask);
    }

    boolean isFull() {
      for (boolean bit : mask) {
        if (!bit) {
          return false;
        }
      }
      return true;
    }

    void add(BitSet probes) {
      for (int i = probes.nextSetBit(0); i >= 0 && i < mask.length; i = probes.nextSetBit(i + 1)) {
        mask[i] = true;
        live[i] = true;
      }
    }
  }

  private static final TrackedClass[] NONE = {};

  private final Map<Long, TrackedClass> byId = new HashMap<>();

  /** What the coordinator told of classes that this worker has not loaded yet. */
  private final Map<Long, BitSet> ahead = new HashMap<>();

  /** The classes that can still show something new: those fully covered are left out. */
  private volatile TrackedClass[] open = NONE;

  /** Called as a class runs its first probe; again for the same id it changes nothing. */
  synchronized void register(long id, String name, boolean[] live) {
    if (byId.containsKey(id)) {
      return;
    }
    TrackedClass added = new TrackedClass(id, name, live);
    byId.put(id, added);
    BitSet known = ahead.remove(id);
    if (known != null) {
      added.add(known);
    }
    TrackedClass[] longer = Arrays.copyOf(open, open.length + 1);
    longer[open.length] = added;
    open = longer;
  }

  /** How many classes a call of {@link #hasNew} looks at. */
  public int openClasses() {
    return open.length;
  }

  /** Whether any probe was touched that the mask does not have. */
  public boolean hasNew() {
    return hasNew(open);
  }

  /** The probes that were touched and that the mask does not have. */
  public List<ClassHits> newHits() {
    return newHits(open);
  }

  /** Forgets what was touched and is not in the mask, so that it shows again when it is touched. */
  public void rewind() {
    rewind(open);
  }

  /** The classes for which {@link #hasNew} is true now. */
  public Suspects suspects() {
    return new Suspects(
        Arrays.stream(open).filter(TrackedClass::hasNew).toArray(TrackedClass[]::new));
  }

  /**
   * A few classes, with the methods of {@link Probes} for them alone: to look after every execution
   * must not cost more, the more classes there are.
   */
  public static final class Suspects {
    private final TrackedClass[] classes;

    private Suspects(TrackedClass[] classes) {
      this.classes = classes;
    }

    /** See {@link Probes#hasNew}. */
    public boolean hasNew() {
      return Probes.hasNew(classes);
    }

    /** See {@link Probes#newHits}. */
    public List<ClassHits> newHits() {
      return Probes.newHits(classes);
    }

    /** See {@link Probes#rewind}. */
    public void rewind() {
      Probes.rewind(classes);
    }
  }

  private static boolean hasNew(TrackedClass[] classes) {
    for (TrackedClass tracked : classes) {
      if (tracked.hasNew()) {
        return true;
      }
    }
    return false;
  }

  private static List<ClassHits> newHits(TrackedClass[] classes) {
    List<ClassHits> hits = new ArrayList<>();
    for (TrackedClass tracked : classes) {
      if (tracked.hasNew()) {
        BitSet fresh = new BitSet(tracked.live.length);
        for (int i = 0; i < tracked.live.length; i++) {
          if (tracked.live[i] && !tracked.mask[i]) {
            fresh.set(i);
          }
        }
        hits.add(new ClassHits(tracked.id, tracked.name, tracked.live.length, fresh));
      }
    }
    return hits;
  }

  private static void rewind(TrackedClass[] classes) {
    for (TrackedClass tracked : classes) {
      System.arraycopy(tracked.mask, 0, tracked.live, 0, tracked.mask.length);
    }
  }

  /** Takes probes into the mask. */
  public synchronized void accept(List<ClassHits> hits) {
    boolean filled = false;
    for (ClassHits hit : hits) {
      TrackedClass tracked = byId.get(hit.classId());
      if (tracked == null) {
        ahead.computeIfAbsent(hit.classId(), id -> new BitSet()).or(hit.probes());
      } else {
        tracked.add(hit.probes());
        filled |= tracked.isFull();
      }
    }
    if (filled) {
      open = Arrays.stream(open).filter(tracked -> !tracked.isFull()).toArray(TrackedClass[]::new);
    }
  }

  /**
   * Watches whether one execution touches all of the given probes: {@link Watch#reset} before it,
   * {@link Watch#allHit} after it. {@link #rewind} when done.
   */
  public synchronized Watch watch(List<ClassHits> hits) {
    boolean[][] arrays = new boolean[hits.size()][];
    int[][] indices = new int[hits.size()][];
    for (int i = 0; i < arrays.length; i++) {
      TrackedClass tracked = byId.get(hits.get(i).classId());
      arrays[i] = tracked == null ? NEVER : tracked.live;
      indices[i] = tracked == null ? new int[1] : hits.get(i).probes().stream().toArray();
    }
    return new Watch(arrays, indices);
  }

  /** Stands for a class that this worker has not loaded: its probe is never touched. */
  private static final boolean[] NEVER = {false};

  /** See {@link #watch}. */
  public static final class Watch {
    private final boolean[][] arrays;
    private final int[][] indices;

    private Watch(boolean[][] arrays, int[][] indices) {
      this.arrays = arrays;
      this.indices = indices;
    }

    /** Sets the watched probes back. */
    public void reset() {
      for (int i = 0; i < arrays.length; i++) {
        for (int index : indices[i]) {
          arrays[i][index] = false;
        }
      }
    }

    /** Whether every watched probe was touched since {@link #reset}. */
    public boolean allHit() {
      for (int i = 0; i < arrays.length; i++) {
        for (int index : indices[i]) {
          if (!arrays[i][index]) {
            return false;
          }
        }
      }
      return true;
    }
  }

  /** The probes that are in both lists. */
  public static List<ClassHits> intersection(List<ClassHits> some, List<ClassHits> others) {
    List<ClassHits> both = new ArrayList<>();
    for (ClassHits hit : some) {
      for (ClassHits other : others) {
        if (hit.classId() == other.classId()) {
          ClassHits common = hit.and(other);
          if (!common.probes().isEmpty()) {
            both.add(common);
          }
        }
      }
    }
    return both;
  }
}
