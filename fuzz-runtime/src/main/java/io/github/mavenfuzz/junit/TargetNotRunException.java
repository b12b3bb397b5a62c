// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

/** JUnit would not run a target; the message says which, and why. */
final class TargetNotRunException extends Exception {
  private static final long serialVersionUID = 1;

  TargetNotRunException(String message) {
    super(message);
  }
}
