// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

/** Where a campaign's lines go. Called from one thread. */
public interface ProgressLog {

  /** A line for the user. */
  void info(String line);

  /** A line about something that the user may want to mend. */
  void warn(String line);

  /** A line of a failure's report. */
  void error(String line);

  /** A line for whoever debugs this library. */
  void debug(String line);
}
