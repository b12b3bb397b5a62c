// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.IncompleteExecutionException;
import org.opentest4j.TestAbortedException;

class AssumptionTest {

  private static final class NotToday extends TestAbortedException {
    private static final long serialVersionUID = 1;
  }

  @FuzzTest
  @ValueSource(strings = {"seeds", "too"})
  void never(String s) {
    assumeTrue(false);
  }

  @FuzzTest
  void sometimes(int number) {
    if (number > 3) {
      throw new NotToday();
    }
    assumeTrue(number != 0);
  }

  /** What only aborted executions reach is progress, too. */
  @FuzzTest
  void afterProgress(String s) {
    if (s.length() > 2) {
      if (s.charAt(1) > 'x') {
        abort("too far");
      }
      abort("far");
    }
  }

  /** Looks similar, but is a failure. */
  @FuzzTest
  void somethingElse(boolean b) {
    if (b) {
      throw new IncompleteExecutionException();
    }
  }
}
