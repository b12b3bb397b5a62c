// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

/** A campaign could not be run, through a fault of the environment or of ours: never a finding. */
public final class CoordinatorException extends Exception {
  private static final long serialVersionUID = 1;

  /** With what happened, and what to do. */
  public CoordinatorException(String message) {
    super(Printable.of(message));
  }

  /** With what happened, what to do, and what caused it. */
  public CoordinatorException(String message, Throwable cause) {
    super(Printable.of(message), cause);
  }
}
