// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Technique;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a campaign on one target is told. Validated: an instance can be run.
 *
 * @param target what to fuzz
 * @param jvm how to start workers
 * @param seedDirectory where this target's seeds are and its findings go; need not exist
 * @param cacheDirectory where this target's generated corpus is kept; need not exist
 * @param reportDirectory where reports on this target go; need not exist
 * @param budget how long, and how many executions in total over all workers; see {@link Budget}
 * @param minimize the budget of one minimization; {@link Budget#NONE} turns minimization off
 * @param parallel worker JVMs; at least 1; lowered to the budget's executions when that is less
 * @param setUpTimeout the longest that setting the target up may take; positive
 * @param timeout the longest that one execution may take; positive
 * @param maxLength the largest input in bytes; at least 1
 * @param seed the first state of all randomness; null draws one
 * @param includes patterns of the classes to instrument ({@code com.acme.**}); empty means all
 * @param excludes patterns of classes to leave alone; empty means none beyond the built-in ones
 * @param keepGoing how many distinct findings end the campaign; at least 1
 * @param ignored identities of failures, and class names of exceptions, qualified or simple, that
 *     are no findings
 * @param dictionary tokens that mean something to the target, a char per byte
 * @param baseDirectory where the user ran Maven: paths below it are shown relative to it
 * @param rerunArguments what the printed {@code mvn} commands need to run in this module, such as
 *     {@code -pl :core}; empty if nothing
 * @param without techniques that are not used
 */
public record CoordinatorOptions(
    TargetId target,
    WorkerJvm jvm,
    Path seedDirectory,
    Path cacheDirectory,
    Path reportDirectory,
    Budget budget,
    Budget minimize,
    int parallel,
    Duration setUpTimeout,
    Duration timeout,
    int maxLength,
    @Nullable Long seed,
    List<String> includes,
    List<String> excludes,
    int keepGoing,
    Set<String> ignored,
    List<String> dictionary,
    Path baseDirectory,
    String rerunArguments,
    Set<Technique> without) {

  /** Checks every value and copies the lists. */
  public CoordinatorOptions {
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel (" + parallel + ") must be at least 1");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout (" + timeout + ") must be positive");
    }
    if (setUpTimeout.isNegative() || setUpTimeout.isZero()) {
      throw new IllegalArgumentException("setUpTimeout (" + setUpTimeout + ") must be positive");
    }
    if (keepGoing < 1) {
      throw new IllegalArgumentException("keepGoing (" + keepGoing + ") must be at least 1");
    }
    if (maxLength < 1) {
      throw new IllegalArgumentException("maxLength (" + maxLength + ") must be at least 1");
    }
    if (!baseDirectory.isAbsolute()) {
      throw new IllegalArgumentException("baseDirectory (" + baseDirectory + ") must be absolute");
    }
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    ignored = Set.copyOf(ignored);
    dictionary = List.copyOf(dictionary);
    without = Set.copyOf(without);
  }

  /** A path as the user knows it. */
  Path relative(Path file) {
    return file.startsWith(baseDirectory) ? baseDirectory.relativize(file) : file;
  }
}
