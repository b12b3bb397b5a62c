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

/** Changes the target's classes, those that the filter accepts, as they load. */
final class TargetTransformer implements ClassFileTransformer {

  /** What is done to a class. */
  interface Change {

    /**
     * Returns the class file as it is to be.
     *
     * @throws IOException if the class cannot be changed
     */
    byte[] of(byte[] classFile, String name) throws IOException;

    /** Exits are intercepted; for workers that only run again what others found. */
    static Change exits() {
      return (classFile, name) -> ExitInterceptor.intercept(classFile);
    }

    /** Probes are put in, too; for workers that search. */
    static Change probes(JacocoInstrumenter probes) {
      // First: a class is known by the bytes that its compiler wrote.
      return (classFile, name) -> exits().of(probes.instrument(classFile, name), name);
    }

    /** Hooks are put in, too. */
    static Change all(JacocoInstrumenter probes, ComparisonInstrumenter hooks) {
      Change before = probes(probes);
      return (classFile, name) -> hooks.instrument(before.of(classFile, name));
    }
  }

  private final Change change;
  private final ClassFilter filter;
  private final LoaderReach reach;
  private final UnseenClasses unseen;

  TargetTransformer(Change change, ClassFilter filter, LoaderReach reach, UnseenClasses unseen) {
    this.change = change;
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
      return change.of(classFile, name);
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
