// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.util.List;
import java.util.Set;

/**
 * What the referee says of a run.
 *
 * @param steps branches covered after each of {@link RefereeMain#STEPS} equal parts of the run's
 *     time; the last counts all inputs
 * @param inputs how many there were
 * @param failures the identities of what failed
 * @param trouble what went wrong with the replay; empty if nothing did
 */
record Verdict(List<Integer> steps, int inputs, Set<String> failures, String trouble) {

  int branches() {
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1);
  }
}
