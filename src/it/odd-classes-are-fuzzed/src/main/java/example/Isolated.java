// SPDX-License-Identifier: Apache-2.0
package example;

import java.util.function.IntPredicate;

/** Loaded again and again, each time by another loader. */
public final class Isolated implements IntPredicate {
  @Override
  public boolean test(int value) {
    if (value > 1_000) {
      if (value > 2_000_000) {
        System.exit(value);
      }
    }
    return false;
  }
}
