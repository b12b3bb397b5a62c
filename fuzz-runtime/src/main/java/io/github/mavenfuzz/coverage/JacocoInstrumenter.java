// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coverage;

import java.io.IOException;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.InjectedClassRuntime;
import org.jacoco.core.runtime.RuntimeData;

/**
 * Puts JaCoCo's probes into classes, and their live arrays into {@link Probes}. Lives in the worker
 * JVM; the only class that knows JaCoCo.
 */
public final class JacocoInstrumenter {

  /** The class that JaCoCo's runtime defines beside Object, where every class loader sees it. */
  private static final String HOME = "$MavenFuzzProbes";

  /** The name of the class that probes call. */
  public static final String CALLED = "java.lang." + HOME;

  /** Hands every class's probe array on as the class asks for it. */
  private static final class ObservedRuntimeData extends RuntimeData {
    private final Probes probes;

    ObservedRuntimeData(Probes probes) {
      this.probes = probes;
    }

    @Override
    public ExecutionData getExecutionData(Long id, String name, int probeCount) {
      ExecutionData data = super.getExecutionData(id, name, probeCount);
      probes.register(id, name, data.getProbes());
      return data;
    }
  }

  private final Instrumenter instrumenter;

  JacocoInstrumenter(Instrumenter instrumenter) {
    this.instrumenter = instrumenter;
  }

  /**
   * Starts JaCoCo's runtime in this JVM; only once per JVM, with the package {@code java.lang} open
   * to this library.
   *
   * @throws Exception if the package is not open
   */
  public static JacocoInstrumenter start(Probes probes) throws Exception {
    InjectedClassRuntime runtime = new InjectedClassRuntime(Object.class, HOME);
    runtime.startup(new ObservedRuntimeData(probes));
    return new JacocoInstrumenter(new Instrumenter(runtime));
  }

  /**
   * Returns the class file with probes.
   *
   * @throws IOException if it cannot be instrumented: malformed, newer than JaCoCo knows, or
   *     instrumented already
   */
  public byte[] instrument(byte[] classFile, String name) throws IOException {
    return instrumenter.instrument(classFile, name);
  }
}
