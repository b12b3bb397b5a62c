// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.Crash.Stage;
import io.github.mavenfuzz.protocol.Failure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The distinct crashes of a campaign: two of the same stack identity are one, met twice. */
final class Crashes {
  private final int keepGoing;
  private final Set<String> ignored;
  private final Map<String, Crash> found = new LinkedHashMap<>();
  private final Map<String, Crash> passedOver = new LinkedHashMap<>();
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
    Crash before = kind.putIfAbsent(crash.failure().identity(), crash);
    if (before != null) {
      before.again(1);
    } else if (kind == passedOver) {
      crash.passOver();
    }
    return before == null && kind == found;
  }

  private boolean isIgnored(Failure failure) {
    return ignored.contains(failure.identity())
        || failure.types().stream()
            .anyMatch(
                type ->
                    ignored.contains(type)
                        || ignored.contains(type.substring(type.lastIndexOf('.') + 1)));
  }

  /** A worker met a known crash that often. */
  void again(String identity, long times) {
    Crash crash = found.getOrDefault(identity, passedOver.get(identity));
    if (crash != null) {
      crash.again(times);
    }
  }

  /** The crash was suspected, and has now been run again: it may be none, or another. */
  boolean judge(Crash crash) {
    found.values().remove(crash);
    return crash.stage() != Stage.CLEARED && add(crash);
  }

  /** Identities that workers need not tell of any more. */
  List<String> known() {
    return Stream.concat(
            found.entrySet().stream().filter(one -> one.getValue().isBelieved()),
            passedOver.entrySet().stream())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether there are so many that no more are looked for. */
  boolean isEnough() {
    // Failing seeds are no discoveries; but alone they say that there is something to mend first.
    return findings().filter(crash -> keepGoing == 1 || crash.seed() == null).count() >= keepGoing;
  }

  /** Those that are findings, as far as one knows, in the order in which they were met. */
  Stream<Crash> findings() {
    return found.values().stream().filter(Crash::isBelieved);
  }

  /** Those that are to be passed over. */
  Stream<Crash> passedOver() {
    return passedOver.values().stream();
  }

  /** Those that something is still to be done about. */
  Stream<Crash> open() {
    return found.values().stream().filter(Crash::isOpen);
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

  /** One that no worker is at work on. */
  @Nullable Crash waiting() {
    return open().filter(crash -> !held.containsValue(crash)).findFirst().orElse(null);
  }
}
