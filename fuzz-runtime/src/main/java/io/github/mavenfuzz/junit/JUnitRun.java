// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.targets.TargetId;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One run of the JUnit Platform for one target, on the calling thread. Lives in the worker JVM;
 * needs the launcher on the class path.
 */
record JUnitRun(TargetId target) {

  /** The campaign is one long invocation on the worker's own thread, whose output is captured. */
  private static final Map<String, String> CONFIGURATION =
      Map.of(
          HandOver.WANTED,
          "true",
          "junit.jupiter.execution.parallel.enabled",
          "false",
          "junit.jupiter.execution.timeout.mode",
          "disabled",
          "junit.platform.execution.dryRun.enabled",
          "false",
          "junit.platform.output.capture.stdout",
          "false",
          "junit.platform.output.capture.stderr",
          "false");

  private static final String NOT_DISCOVERED =
      "JUnit Jupiter finds no such test; is the class a test class (a nested one needs @Nested),"
          + " the method a @FuzzTest, and junit-jupiter-engine on the class path?";

  /** Returns after the target was served and everything around it was torn down. */
  void run() throws Throwable {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    // Fails before JUnit does, with the class loader's own exception.
    Class<?> testClass = Class.forName(target.className(), false, loader);
    new TargetCheck(target, testClass).throwIfImpossible();
    RunListener listener = new RunListener();
    // Closing the session may be part of a project's tear-down.
    try (LauncherSession session = LauncherFactory.openSession()) {
      Launcher launcher = session.getLauncher();
      TestPlan plan = launcher.discover(request(loader));
      if (!plan.containsTests()) {
        throw new TargetNotRunException(NOT_DISCOVERED);
      }
      launcher.execute(plan, listener);
    }
    listener.throwUnlessRun();
  }

  private LauncherDiscoveryRequest request(ClassLoader loader) {
    MethodType type = MethodType.fromMethodDescriptorString(target.descriptor(), loader);
    String parameterTypes =
        type.parameterList().stream().map(Class::getTypeName).collect(Collectors.joining(","));
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(
            DiscoverySelectors.selectMethod(
                target.className(), target.methodName(), parameterTypes))
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .configurationParameters(CONFIGURATION)
        .build();
  }
}
