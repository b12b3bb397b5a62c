// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import static java.util.Objects.requireNonNull;

import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.coverage.ClassHits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker answers to a {@link Call}. */
public sealed interface Response {

  /**
   * The first line of every connection.
   *
   * @param token the secret that the worker was started with
   * @param version the version of this library in the worker
   */
  record Hello(String token, String version) implements Response {
    /** Checks that it is complete. */
    public Hello {
      requireNonNull(token);
      requireNonNull(version);
    }
  }

  /**
   * The target is ready.
   *
   * @param seeds one content per usable row of the argument sources
   * @param notices what the user should know about the seeds
   */
  record Opened(List<Content> seeds, List<String> notices) implements Response {
    /** Checks that it is complete. */
    public Opened {
      seeds = List.copyOf(seeds);
      notices = List.copyOf(notices);
    }
  }

  /**
   * The entries were run.
   *
   * @param fresh for each entry that was run, in order, what it touched that this worker did not
   *     know
   * @param failure how the last of them failed, if it did
   */
  record Warmed(List<List<ClassHits>> fresh, @Nullable Failure failure) implements Response {
    /** Checks that it is complete. */
    public Warmed {
      fresh = List.copyOf(fresh);
    }
  }

  /**
   * The entry was run.
   *
   * @param failure how it failed; null if it passed
   */
  record Replayed(@Nullable Failure failure) implements Response {}

  /**
   * A slice of fuzzing is over.
   *
   * @param executions how often the target was run
   * @param interesting inputs that touched something new, twice
   * @param further inputs that came further than others of this worker
   * @param touched all that was new to this worker; also what an input touched once and not again
   * @param failure what made the slice end early, if something failed
   * @param failing the input that failed, with {@code failure}
   * @param repeats how often known failures were met, by identity
   */
  record Fuzzed(
      long executions,
      List<Interesting> interesting,
      List<Further> further,
      List<ClassHits> touched,
      @Nullable Failure failure,
      @Nullable Content failing,
      Map<String, Long> repeats)
      implements Response {
    /** Checks that it is complete. */
    public Fuzzed {
      interesting = List.copyOf(interesting);
      further = List.copyOf(further);
      touched = List.copyOf(touched);
      repeats = Map.copyOf(repeats);
      requirePair(failure, failing);
    }
  }

  /**
   * An input that reached something new.
   *
   * @param hits the probes that it was the first to touch
   * @param nanos how long an execution takes
   */
  record Interesting(Content content, List<ClassHits> hits, long nanos) {
    /** Checks that it is complete. */
    public Interesting {
      requireNonNull(content);
      hits = List.copyOf(hits);
    }
  }

  /** An input that touched nothing new, and in what it came further than others. */
  record Further(Content content, List<Milestone> milestones) {
    /** Checks that it is complete. */
    public Further {
      requireNonNull(content);
      milestones = List.copyOf(milestones);
    }
  }

  /** The best so far of a minimization that goes on. */
  record Progress(Content best, @Nullable Failure failure, long executions) implements Response {
    /** Checks that it is complete. */
    public Progress {
      requireNonNull(best);
    }
  }

  /**
   * A minimization is over.
   *
   * @param reproduced whether the input that was to be minimized did again what it must keep; if
   *     not, {@code best} is that input
   * @param failure what {@code best} fails with, when a failure was to be kept
   * @param crash another failure that was met while coverage was to be kept
   * @param crashing the input of {@code crash}
   */
  record Minimized(
      boolean reproduced,
      Content best,
      @Nullable Failure failure,
      long executions,
      @Nullable Failure crash,
      @Nullable Content crashing)
      implements Response {
    /** Checks that it is complete. */
    public Minimized {
      requireNonNull(best);
      requirePair(crash, crashing);
    }
  }

  /**
   * The target is torn down.
   *
   * @param problem what went wrong with that, if something did
   * @param notices what the user should know about the classes that were run
   */
  record Closed(@Nullable String problem, List<String> notices) implements Response {
    /** Checks that it is complete. */
    public Closed {
      notices = List.copyOf(notices);
    }
  }

  /** An execution exceeded its time; the worker halts after this. The input is in the memory. */
  record Hung(Failure failure) implements Response {
    /** Checks that it is complete. */
    public Hung {
      requireNonNull(failure);
    }
  }

  /** The worker cannot do what was asked, through no fault of an input. */
  record Failed(String message) implements Response {
    /** Checks that it is complete. */
    public Failed {
      requireNonNull(message);
    }
  }

  private static void requirePair(@Nullable Failure failure, @Nullable Content input) {
    if ((failure == null) != (input == null)) {
      throw new IllegalArgumentException("a failure without its input, or an input without");
    }
  }
}
