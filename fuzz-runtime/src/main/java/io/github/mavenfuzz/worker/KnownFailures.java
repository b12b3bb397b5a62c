// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Failures that the campaign knows: they are counted, and their executions are like any other. */
final class KnownFailures {
  private final Map<String, Long> repeats = new HashMap<>();
  private Set<String> identities = Set.of();

  /** From now on those of these identities are known; none was met yet. */
  void begin(Collection<String> known) {
    identities = Set.copyOf(known);
    repeats.clear();
  }

  /** The failure, or null if it is known, or if there is none. */
  @Nullable Throwable unlessKnown(@Nullable Throwable failure) {
    if (failure == null || identities.isEmpty()) {
      return failure;
    }
    String identity = StackIdentity.of(failure);
    if (!identities.contains(identity)) {
      return failure;
    }
    repeats.merge(identity, 1L, Long::sum);
    return null;
  }

  /** By identity, how often each was met. */
  Map<String, Long> repeats() {
    return Map.copyOf(repeats);
  }
}
