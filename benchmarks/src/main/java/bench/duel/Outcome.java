// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.nio.file.Path;
import java.util.List;

/**
 * How a run of a contestant ended.
 *
 * @param foundSeconds from the start of the process until it told of a failure; infinite if it did
 *     not
 * @param executions how often it ran the target
 * @param fuzzingSeconds how long it says it fuzzed
 * @param processSeconds how long its process took, start-up included
 * @param startMillis when its process was started, since the epoch
 * @param corpus the inputs that it kept at its end, a file each
 * @param inputs the directories of all inputs to replay, each file as old as its finding: what it
 *     kept at any time, and what failed
 * @param trouble what went wrong with the run; empty if nothing did
 */
record Outcome(
    double foundSeconds,
    long executions,
    double fuzzingSeconds,
    double processSeconds,
    long startMillis,
    Path corpus,
    List<Path> inputs,
    String trouble) {

  boolean found() {
    return Double.isFinite(foundSeconds);
  }

  double perSecond() {
    return executions / fuzzingSeconds;
  }
}
