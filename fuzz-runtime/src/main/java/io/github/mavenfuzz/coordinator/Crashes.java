// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The distinct crashes of a campaign: two of the same stack identity are one, met twice. */
final class Crashes {
  private final int keepGoing;
  private final Set<String> ignored;

  /** By identity; several may stand for the same crash. */
  private final Map<String, Crash> found = new LinkedHashMap<>();

  private final Map<String, Crash> passedOver = new LinkedHashMap<>();

  /** Not in {@link #found}: the innocent must not hide the guilty of the same identity. */
  private final List<Crash> suspects = new ArrayList<>();

  private final Unplaced unplaced = new Unplaced();

  /** Where crashes were thrown that were run again, and whether all of them failed each time. */
  private final Map<String, Boolean> sites = new HashMap<>();

  private final Map<WorkerSlot, Crash> held = new HashMap<>();

  /**
   * None yet.
   *
   * @param keepGoing how many are enough
   * @param ignored identities and class names of those that are none
   */
  Crashes(int keepGoing, Set<String> ignored) {
    this.keepGoing = keepGoing;
    this.ignored = ignored;
  }

  /** Takes a crash in; false if it is to be passed over, or not the first of its identity. */
  boolean add(Crash crash) {
    Map<String, Crash> kind = isIgnored(crash.failure()) ? passedOver : found;
    Crash before = kind.get(crash.identity());
    if (before != null) {
      before.again(1);
      return false;
    }
    if (kind == passedOver) {
      crash.passOver();
      passedOver.put(crash.identity(), crash);
      return false;
    }
    if (crash.isBelieved()) {
      found.put(crash.identity(), crash);
      return true;
    }
    // An entry is run only once, and is not to be passed over.
    if (isUnplaced(crash.identity()) && crash.entry() == null) {
      if (!unplaced.isWanted()) {
        unplaced.passOver(1);
        return false;
      }
      unplaced.begin(crash);
    }
    suspects.add(crash);
    return true;
  }

  private boolean isIgnored(Failure failure) {
    return ignored.contains(failure.identity())
        || failure.types().stream()
            .anyMatch(
                type ->
                    ignored.contains(type)
                        || ignored.contains(type.substring(type.lastIndexOf('.') + 1)));
  }

  /** A worker met a known crash that often; returns it. */
  @Nullable Crash again(String identity, long times) {
    Crash crash = found.getOrDefault(identity, passedOver.get(identity));
    if (crash != null) {
      crash.again(times);
    } else if (isUnplaced(identity)) {
      unplaced.passOver(times);
    }
    return crash;
  }

  /** The crash was suspected, and has now been run again; true if it is a new finding. */
  boolean judge(Crash crash) {
    suspects.remove(crash);
    boolean isNew = crash.stage() != Crash.Stage.CLEARED && add(crash);
    unplaced.end(crash, isNew);
    return isNew;
  }

  private static boolean isUnplaced(String identity) {
    return identity.equals(Failure.NOWHERE);
  }

  /**
   * The crash has been minimized. What fails anywhere fails under more than one identity: the same
   * smallest input makes it the same crash.
   *
   * @return the crash that it turned out to be; null if it is one of its own
   */
  @Nullable Crash merge(Crash crash) {
    if (!crash.failure().kind().isAnywhere()) {
      return null;
    }
    Crash other =
        findings()
            .filter(
                one ->
                    one != crash
                        && one.failure().kind() == crash.failure().kind()
                        && one.content().equals(crash.content()))
            .findFirst()
            .orElse(null);
    if (other != null) {
      found.replaceAll((identity, one) -> one == crash ? other : one);
      other.again(crash.times());
    }
    return other;
  }

  /** Identities that workers need not tell of any more. */
  List<String> known() {
    Set<String> known = new LinkedHashSet<>(found.keySet());
    known.addAll(passedOver.keySet());
    if (!unplaced.isWanted()) {
      known.add(Failure.NOWHERE);
    }
    return List.copyOf(known);
  }

  /** Whether there are so many that no more are looked for. */
  boolean isEnough() {
    // Failing seeds are no discoveries; but alone they say that there is something to mend first.
    return findings().filter(crash -> keepGoing == 1 || crash.seed() == null).count() >= keepGoing;
  }

  /** Those that are findings, as far as one knows, in the order in which they were met. */
  Stream<Crash> findings() {
    return found.values().stream().distinct();
  }

  /** Those that are to be passed over. */
  Stream<Crash> passedOver() {
    return passedOver.values().stream();
  }

  /** Those that something is still to be done about. */
  Stream<Crash> open() {
    return Stream.concat(suspects.stream(), findings()).filter(Crash::isOpen);
  }

  /** The slot's worker is at work on that one. */
  void hold(WorkerSlot slot, Crash crash) {
    held.put(slot, crash);
  }

  /** The slot's worker is not at work on any more. */
  void release(WorkerSlot slot) {
    held.remove(slot);
  }

  /** The one that the slot's worker is at work on. */
  @Nullable Crash heldBy(WorkerSlot slot) {
    Crash crash = held.get(slot);
    return crash == null || !crash.isOpen() ? null : crash;
  }

  /** Nothing more is to be done about a crash, which may have been run again. */
  void settle(Crash crash) {
    String site = crash.failure().site();
    if (site != null && (crash.isConfirmed() || crash.isDoubtful())) {
      // Where one input passes now and then, something else than the input may have a part in it.
      sites.merge(site, !crash.isDoubtful(), Boolean::logicalAnd);
    }
  }

  /** Whether others that were thrown there failed each time that they were run again. */
  boolean isConfirmedSite(Crash crash) {
    String site = crash.failure().site();
    return site != null && sites.getOrDefault(site, false);
  }

  /** One of those that no worker is at work on. */
  @Nullable Crash waiting(Predicate<Crash> which) {
    return open()
        .filter(crash -> !held.containsValue(crash))
        .filter(which)
        .findFirst()
        .orElse(null);
  }
}
