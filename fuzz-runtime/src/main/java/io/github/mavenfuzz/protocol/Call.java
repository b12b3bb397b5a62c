// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.targets.TargetId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator asks of a worker. One call at a time; each is answered by one {@link
 * Response}, {@link Minimize} by any number of {@link Response.Progress} before it.
 *
 * <p>An {@code executions} component limits how often the target is run, every run counted; a
 * {@code millis} component limits the time, where zero means no limit.
 */
public sealed interface Call {

  /**
   * Sets a target up; answered by {@link Response.Opened}.
   *
   * @param dictionary tokens that mean something to it, a char per byte
   */
  record Open(TargetId target, List<String> dictionary) implements Call {}

  /**
   * Runs each entry once, unmutated, until one fails; answered by {@link Response.Warmed}.
   *
   * @param entries what to run
   * @param coverage what other workers found since this worker's last call
   */
  record Warmup(List<Content> entries, List<ClassHits> coverage) implements Call {}

  /**
   * Runs one entry once, whose coverage is of no interest; answered by {@link Response.Replayed}.
   */
  record Replay(Content entry) implements Call {}

  /**
   * Runs the target on mutations of one entry until something new is found; answered by {@link
   * Response.Fuzzed}.
   *
   * @param entry what to mutate
   * @param mate another entry, which mutations may take parts of
   * @param seed the first state of the random numbers
   * @param without what the search is to do without
   * @param progress whether to look at every comparison, too, for how far inputs come: slow
   * @param maxLength the largest input to make, in bytes
   * @param coverage what other workers found since this worker's last call
   * @param known identities of failures that are counted and passed over
   */
  record Fuzz(
      Content entry,
      Content mate,
      long seed,
      Set<Technique> without,
      boolean progress,
      int maxLength,
      long executions,
      long millis,
      List<ClassHits> coverage,
      List<String> known)
      implements Call {

    /** Whether the search is to do that. */
    public boolean uses(Technique technique) {
      return !without.contains(technique);
    }
  }

  /**
   * Makes an input smaller; answered by {@link Response.Minimized}. Exactly one of {@code failure}
   * and {@code keep} is given.
   *
   * @param failure the failure that must remain
   * @param keep the probes that must remain touched
   */
  record Minimize(
      Content entry,
      @Nullable Failure failure,
      @Nullable List<ClassHits> keep,
      long executions,
      long millis)
      implements Call {}

  /** Ends the use of the target and tears it down; answered by {@link Response.Closed}. */
  record Close() implements Call {}
}
