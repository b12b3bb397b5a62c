// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.ProgressLog;
import org.apache.maven.plugin.logging.Log;

/** Sends a campaign's lines to Maven's log, which prefixes every line of a text. */
record MavenProgressLog(Log log) implements ProgressLog {

  @Override
  public void info(String line) {
    line.lines().forEach(log::info);
  }

  @Override
  public void warn(String line) {
    line.lines().forEach(log::warn);
  }

  @Override
  public void error(String line) {
    line.lines().forEach(log::error);
  }

  @Override
  public void debug(String line) {
    line.lines().forEach(log::debug);
  }
}
