// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import org.jspecify.annotations.Nullable;

/** Reads what hooks have logged of one execution: the numbers, then the objects, then how often. */
interface LogReader {

  /** Two numbers; floating-point ones by their bits as doubles. */
  void read(int number, Site site, long left, long right);

  /** Two objects, of which one may be null: of what cannot be read nothing is known. */
  void read(int number, Site site, @Nullable Object left, @Nullable Object right);

  /** All sites that have this slot together were reached so often, at least once. */
  default void reached(int slot, int times) {}
}
