// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.Printable;
import io.github.mavenfuzz.coordinator.ProgressLog;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Sends a campaign's lines to Maven's log, which marks each with its level. */
record MavenProgressLog(Log log) implements ProgressLog {

  @Override
  public void info(String line) {
    lines(line).forEach(log::info);
  }

  @Override
  public void warn(String line) {
    lines(line).forEach(log::warn);
  }

  @Override
  public void error(String line) {
    lines(line).forEach(log::error);
  }

  @Override
  public void debug(String line) {
    lines(line).forEach(log::debug);
  }

  /** Unlike {@link String#lines}, an empty text is an empty line. */
  private static Stream<String> lines(String text) {
    return text.isEmpty() ? Stream.of("") : Printable.of(text).lines();
  }
}
