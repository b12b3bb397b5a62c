// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import io.github.mavenfuzz.mutation.Cells;

/** Where the cells of one input are in another that was made from it. */
final class Alignment {
  private final int prefix;
  private final int suffix;
  private final int known;
  private final int changed;

  /** Of as many cells each, of which some at the beginning and at the end are the same. */
  private Alignment(int prefix, int suffix, int known, int changed) {
    this.prefix = prefix;
    this.suffix = suffix;
    this.known = known;
    this.changed = changed;
  }

  /** Of an input and itself, or another one of the same shape. */
  static Alignment same(int count) {
    return new Alignment(count, 0, count, count);
  }

  /** Of an input and another one. */
  static Alignment of(Cells known, Cells changed) {
    int count = known.count();
    int other = changed.count();
    if (count == other) {
      return same(count);
    }
    int most = Math.min(count, other);
    int prefix = 0;
    while (prefix < most && known.get(prefix) == changed.get(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && known.get(count - 1 - suffix) == changed.get(other - 1 - suffix)) {
      suffix++;
    }
    return new Alignment(prefix, suffix, count, other);
  }

  /** Where a cell is; negative if it is not there any more. */
  int of(int cell) {
    if (cell < prefix) {
      return cell;
    }
    return cell >= known - suffix ? cell + changed - known : -1;
  }
}
