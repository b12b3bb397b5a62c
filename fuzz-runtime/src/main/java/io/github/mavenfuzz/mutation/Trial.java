// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * One value while it is minimized: it is changed into a candidate in place, and becomes what it was
 * before unless the candidate is accepted. So it holds an accepted value whenever nobody is between
 * a change and {@link #accepted}.
 */
final class Trial {
  private final Value value;
  private final Value best;
  private final Attempt attempt;
  private boolean improved;
  private boolean over;

  Trial(Value value, Attempt attempt) {
    this.value = value;
    this.attempt = attempt;
    best = Value.of(value.type());
    best.copyFrom(value);
  }

  /** Judges the value, which the caller has just made different from what it was, and simpler. */
  boolean accepted() {
    boolean accepted = false;
    try {
      over = over || attempt.exhausted();
      accepted = !over && attempt.accepts();
    } finally {
      if (accepted) {
        best.copyFrom(value);
        improved = true;
      } else {
        value.copyFrom(best);
      }
    }
    return accepted;
  }

  /** Whether there is no point in more candidates. */
  boolean over() {
    return over;
  }

  boolean improved() {
    return improved;
  }
}
