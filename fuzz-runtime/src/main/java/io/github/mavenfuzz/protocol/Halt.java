// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import java.util.Arrays;

/**
 * Why a worker ended itself: said in the {@link SharedMemory}, as a target may exit with any
 * status.
 */
public enum Halt {
  /** It did not end itself. */
  NONE(0),
  /** A fault of this library, as in Go: never a finding. */
  INTERNAL_ERROR(70),
  /** An execution, or setting the target up, exceeded its time; {@link Response.Hung} was sent. */
  HUNG(71),
  /** The target took all the memory and kept it, so that the JVM can do nothing any more. */
  OUT_OF_MEMORY(72);

  private final int status;

  Halt(int status) {
    this.status = status;
  }

  /** The exit status that says the same to a human. */
  public int status() {
    return status;
  }

  static Halt of(long status) {
    return Arrays.stream(values()).filter(halt -> halt.status == status).findAny().orElse(NONE);
  }
}
