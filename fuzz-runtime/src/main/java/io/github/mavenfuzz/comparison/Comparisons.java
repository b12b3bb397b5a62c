// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the hooks of this JVM. Belongs to the thread that runs the target, but for the {@link
 * #instrumenter}.
 */
public final class Comparisons {
  private static final int MOST_EXPRESSIONS = 1024;

  private final Sites sites = new Sites();
  private final ComparisonInstrumenter instrumenter = new ComparisonInstrumenter(sites);
  private final Map<String, List<String>> examples = new HashMap<>();
  private final Outcomes outcomes = new Outcomes();
  private volatile @Nullable HookedLog log;

  /**
   * Prepares this JVM; once, with the package {@code java.lang} open to this library. Without that
   * nothing is heard.
   *
   * @throws ReflectiveOperationException if the package is not open
   */
  public void install() throws ReflectiveOperationException, IOException {
    listenTo(HookedLog.define());
  }

  void listenTo(HookedLog hooked) {
    log = hooked;
  }

  /** Puts the hooks into classes. Thread-safe. */
  public ComparisonInstrumenter instrumenter() {
    return instrumenter;
  }

  /** From now on hooks are listened to. */
  public void listen() {
    HookedLog hooked = log;
    if (hooked != null) {
      hooked.start(sites);
    }
  }

  /**
   * Hooks are not listened to any more; tells in what the execution since, on that input, came
   * further.
   */
  public List<Milestone> heard(Progress progress, Progress.Subject input) {
    HookedLog hooked = log;
    if (hooked == null) {
      return List.of();
    }
    progress.begin(input);
    hooked.stop(sites, new ProgressReader(progress));
    return progress.milestones();
  }

  /** Texts that a regular expression matches, which take a while to make. */
  private List<String> examples(String expression) {
    if (examples.size() >= MOST_EXPRESSIONS) {
      examples.clear();
    }
    return examples.computeIfAbsent(expression, Examples::of);
  }

  /** Hooks are not listened to any more; tells what might have come out otherwise. */
  public Equations equations() {
    return new Equations(read(site -> true), outcomes);
  }

  /** Hooks are not listened to any more; tells how the same came out this time. */
  public void heard(Equations equations) {
    equations.read(read(equations::has));
  }

  private List<Operands> read(IntPredicate wanted) {
    Operands.Reader reader = new Operands.Reader(outcomes, wanted);
    HookedLog hooked = log;
    if (hooked != null) {
      hooked.stop(sites, reader);
    }
    return reader.read();
  }

  /** Hooks are not listened to any more; tells what was compared since. */
  public Trace heard() {
    ComparisonReader reader = new ComparisonReader(sites, this::examples);
    HookedLog hooked = log;
    if (hooked != null) {
      hooked.stop(sites, reader);
    }
    return reader.trace();
  }
}
