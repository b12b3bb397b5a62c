// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import org.jspecify.annotations.Nullable;

/** A seed that is no input of its fuzz test; says which one, and why. */
final class UnusableSeedException extends Exception {
  private static final long serialVersionUID = 1;

  UnusableSeedException(String message) {
    this(message, null);
  }

  UnusableSeedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
