// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A fuzzer, set on targets in processes of its own. */
interface Contestant {

  /**
   * One run.
   *
   * @param target what to fuzz
   * @param number which of the runs on that target it is, from 1 on
   * @param seconds how long
   * @param keepGoing whether to go on after a failure
   * @param start where inputs to start from are, a file each, only to be read; null if there are
   *     none
   */
  record Assignment(
      Target target, int number, int seconds, boolean keepGoing, @Nullable Path start) {}

  /** What tables call it. */
  String name();

  /**
   * Fuzzes until its time is over, or something fails.
   *
   * @param directory an empty one, to leave everything in
   */
  Outcome run(Assignment assignment, Path directory) throws IOException, InterruptedException;
}
