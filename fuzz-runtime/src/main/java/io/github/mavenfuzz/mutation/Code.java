// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/** A way to write bytes as something else. */
sealed interface Code permits TextCode, Compression {

  /** The code of some bytes, a char per element. */
  String encode(byte[] content);
}
