// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.ComparisonInstrumenter;
import io.github.mavenfuzz.coverage.JacocoInstrumenter;
import io.github.mavenfuzz.interception.ExitInterceptor;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.net.URL;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Puts probes, and hooks at comparisons, into the classes that the filter accepts, and intercepts
 * their exits.
 */
final class CoverageTransformer implements ClassFileTransformer {
  private final JacocoInstrumenter instrumenter;
  private final ComparisonInstrumenter comparisons;
  private final ClassFilter filter;
  private final LoaderReach reach;
  private final UnseenClasses unseen;

  CoverageTransformer(
      JacocoInstrumenter instrumenter,
      ComparisonInstrumenter comparisons,
      ClassFilter filter,
      LoaderReach reach,
      UnseenClasses unseen) {
    this.instrumenter = instrumenter;
    this.comparisons = comparisons;
    this.filter = filter;
    this.reach = reach;
    this.unseen = unseen;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    // A redefinition must not add the members that probes need; the JVM keeps our first version.
    if (name == null || redefined != null || isGenerated(domain) || isOfTheJdk(domain)) {
      return null;
    }
    if (!filter.accepts(loader, name)) {
      return null;
    }
    if (!reach.includes(loader)) {
      unseen.add(name, new ClassNotFoundException(JacocoInstrumenter.CALLED + " for its loader"));
      return null;
    }
    try {
      // Probes first: a class is known by the bytes that its compiler wrote.
      byte[] probed = ExitInterceptor.intercept(instrumenter.instrument(classFile, name));
      return comparisons.instrument(probed);
    } catch (IOException | RuntimeException | Error e) {
      // Newer than JaCoCo knows, too large with probes, malformed (assertions of ASM's may fail,
      // which the JVM would ignore silently), or instrumented offline.
      unseen.add(name, e);
      return null;
    }
  }

  /** Proxies, mocks, accessors: made anew while the target runs, they would look like progress. */
  private static boolean isGenerated(@Nullable ProtectionDomain domain) {
    return domain == null || domain.getCodeSource() == null;
  }

  /** The JDK's tools, such as its compiler, come from the class path's loader, too. */
  private static boolean isOfTheJdk(@Nullable ProtectionDomain domain) {
    URL location = domain == null ? null : domain.getCodeSource().getLocation();
    return location != null && location.getProtocol().equals("jrt");
  }
}
