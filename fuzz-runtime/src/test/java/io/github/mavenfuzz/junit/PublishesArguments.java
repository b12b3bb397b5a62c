// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;

/** A fixture that tells which values its fuzz tests got. */
abstract class PublishesArguments {
  private TestReporter reporter;

  @BeforeEach
  void setReporter(TestReporter reporter) {
    this.reporter = reporter;
  }

  final void publish(Object value) {
    String type = value == null ? "" : " " + value.getClass().getSimpleName();
    String text = value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : value + "";
    reporter.publishEntry("v", "<" + text + ">" + type);
  }
}
