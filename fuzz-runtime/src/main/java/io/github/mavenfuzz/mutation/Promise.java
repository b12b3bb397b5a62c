// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/** How much may be expected of what is suggested by what an input compares, the most first. */
public enum Promise {
  /** A part takes the value that it was compared with; a field is there that was looked for. */
  LIKELY,
  /** What occurs in the target is put anywhere, with counts and without. */
  POSSIBLE
}
