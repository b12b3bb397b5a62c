// SPDX-License-Identifier: Apache-2.0
package bench;

import io.github.mavenfuzz.coordinator.ProgressLog;

/** Prints everything as it comes: lines are timed by whoever reads them. */
public class PrintedLog implements ProgressLog {
  @Override
  public void info(String line) {
    System.out.println(line);
  }

  @Override
  public void warn(String line) {
    System.out.println(line);
  }

  @Override
  public void error(String line) {
    System.out.println(line);
  }

  @Override
  public void debug(String line) {}
}
