// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.ComparisonInstrumenter;
import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.coverage.JacocoInstrumenter;
import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.interception.ExitInterceptor;
import io.github.mavenfuzz.interception.Strays;
import io.github.mavenfuzz.protocol.WorkerSettings;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Set;

/** The Java agent of a worker JVM: every class that loads from now on gets probes. */
public final class WorkerAgent {

  /** The home of the probe arrays: static, as they belong to the classes of this JVM. */
  private static final Probes PROBES = new Probes();

  /** The same for what code that knows nothing of it reports. */
  private static final Strays STRAYS = new Strays();

  /** The same for what classes compare. */
  private static final Comparisons COMPARISONS = new Comparisons();

  private static final UnseenClasses UNSEEN = new UnseenClasses();

  private WorkerAgent() {}

  /** Called by the JVM before main, with the path of the {@link WorkerSettings}. */
  public static void premain(String settingsFile, Instrumentation instrumentation)
      throws Exception {
    WorkerSettings settings = WorkerSettings.read(Path.of(settingsFile));
    // As if they were on the command line: other agents and the target come after this.
    settings.systemProperties().forEach((key, value) -> System.setProperty(key, value));
    JacocoInstrumenter instrumenter = JacocoInstrumenter.start(instrumentation, PROBES);
    ExitInterceptor.install(STRAYS);
    COMPARISONS.install();
    ClassFilter filter = new ClassFilter(settings.includes(), settings.excludes());
    instrumentation.addTransformer(
        new CoverageTransformer(
            instrumenter,
            COMPARISONS.instrumenter(),
            filter,
            new LoaderReach(Set.of(JacocoInstrumenter.CALLED, ComparisonInstrumenter.CALLED)),
            UNSEEN));
  }

  static Probes probes() {
    return PROBES;
  }

  static Strays strays() {
    return STRAYS;
  }

  static Comparisons comparisons() {
    return COMPARISONS;
  }

  static UnseenClasses unseen() {
    return UNSEEN;
  }
}
