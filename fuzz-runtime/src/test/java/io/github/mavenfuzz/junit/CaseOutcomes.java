// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** What an ordinary JUnit run of a class did: a line per case, and the failures. */
record CaseOutcomes(List<String> lines, Map<String, Throwable> failures) {

  /** Runs with seed files below {@code corpus} only. */
  static CaseOutcomes of(Class<?> testClass, Path corpus) {
    return of(testClass, Map.of("fuzz.corpusdir", corpus.toString()));
  }

  static CaseOutcomes of(Class<?> testClass, Path corpus, String input) {
    return of(testClass, Map.of("fuzz.corpusdir", corpus.toString(), "fuzz.input", input));
  }

  static CaseOutcomes within(Class<?> testClass, Path corpus, String timeout) {
    return of(testClass, Map.of("fuzz.corpusdir", corpus.toString(), "fuzz.timeout", timeout));
  }

  private static CaseOutcomes of(Class<?> testClass, Map<String, String> configuration) {
    List<String> lines = new ArrayList<>();
    Map<String, Throwable> failures = new LinkedHashMap<>();
    EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(testClass))
        .configurationParameters(configuration)
        .execute()
        .allEvents()
        .list()
        .forEach(event -> add(event, lines, failures));
    return new CaseOutcomes(lines, failures);
  }

  private static void add(Event event, List<String> lines, Map<String, Throwable> failures) {
    TestDescriptor descriptor = event.getTestDescriptor();
    String name = descriptor.getDisplayName();
    if (event.getType() == EventType.SKIPPED) {
      lines.add(name + " skipped: " + event.getRequiredPayload(String.class));
    } else if (event.getType() == EventType.REPORTING_ENTRY_PUBLISHED) {
      lines.add(name + ": " + event.getRequiredPayload(ReportEntry.class).getKeyValuePairs());
    } else if (event.getType() == EventType.FINISHED) {
      TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
      if (descriptor.isTest() || result.getThrowable().isPresent()) {
        lines.add(name + " " + result.getStatus());
      }
      result.getThrowable().ifPresent(thrown -> failures.put(name, thrown));
    }
  }

  /** The lines of what fixtures published, in order. */
  List<String> published() {
    return lines.stream().filter(line -> line.contains(": {")).toList();
  }
}
