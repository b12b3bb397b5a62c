// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.ComparisonInstrumenter;
import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.coverage.JacocoInstrumenter;
import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.interception.ExitInterceptor;
import io.github.mavenfuzz.interception.Strays;
import io.github.mavenfuzz.protocol.WorkerSettings;
import io.github.mavenfuzz.worker.TargetTransformer.Change;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The Java agent of a worker JVM: every class that loads from now on gets probes, if the worker is
 * to search, and has its exits intercepted.
 */
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
    openJavaLang(instrumentation);
    ExitInterceptor.install(STRAYS);
    ClassFilter filter = new ClassFilter(settings.includes(), settings.excludes());
    instrumentation.addTransformer(
        switch (settings.instrumentation()) {
          case EXITS -> transformer(filter, Change.exits(), ExitInterceptor.CALLED);
          case PROBES -> transformer(filter, Change.probes(probed()), JacocoInstrumenter.CALLED);
          case HOOKS ->
              transformer(
                  filter,
                  Change.all(probed(), hooked()),
                  JacocoInstrumenter.CALLED,
                  ComparisonInstrumenter.CALLED);
        });
  }

  /** What instrumented classes call is defined beside Object, where every class loader sees it. */
  private static void openJavaLang(Instrumentation instrumentation) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(WorkerAgent.class.getModule())),
        Set.of(),
        Map.of());
  }

  private static TargetTransformer transformer(
      ClassFilter filter, Change change, String... called) {
    return new TargetTransformer(change, filter, new LoaderReach(Set.of(called)), UNSEEN);
  }

  private static JacocoInstrumenter probed() throws Exception {
    return JacocoInstrumenter.start(PROBES);
  }

  private static ComparisonInstrumenter hooked() throws Exception {
    COMPARISONS.install();
    return COMPARISONS.instrumenter();
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
