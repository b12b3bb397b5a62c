// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

/**
 * JUnit would not run a target, for a reason that is the user's: printed, it is that reason alone,
 * without a class or a stack. Whoever reports it names the target.
 */
final class TargetNotRunException extends Exception {
  private static final long serialVersionUID = 1;

  TargetNotRunException(String message) {
    super(message, null, true, false);
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // The class would say nothing to the user.
  public String toString() {
    return String.valueOf(getMessage());
  }
}
