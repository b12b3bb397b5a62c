// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.time.Duration;

/** What is the same for all contestants, and for the referee. */
final class Limits {
  /** The longest input in bytes. */
  static final int MAX_LENGTH = 4096;

  /** How long an execution may take. */
  static final int TIMEOUT_SECONDS = 5;

  /** Of the JVM that runs the target: what Jazzer recommends. */
  static final String HEAP = "-Xmx1800m";

  /** How long a process may take beyond the time that it was told to fuzz. */
  static final Duration GRACE = Duration.ofSeconds(60);

  private Limits() {}
}
