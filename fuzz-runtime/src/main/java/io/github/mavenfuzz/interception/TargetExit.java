// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.interception;

import java.util.Arrays;

/** Leaves the target where it wanted to end the JVM. */
public final class TargetExit extends Error {
  private static final long serialVersionUID = 1;

  private final String what;

  /** With the call's name, and the stack from its caller on. */
  TargetExit(String call, int status) {
    this.what = "the target called " + call + "(" + status + ")";
    StackTraceElement[] stack = getStackTrace();
    for (int i = 0; i < stack.length; i++) {
      if (stack[i].getClassName().equals(ExitInterceptor.CALLED)) {
        setStackTrace(Arrays.copyOfRange(stack, i + 1, stack.length));
        break;
      }
    }
  }

  @Override
  public String getMessage() {
    return what;
  }

  /** Without the class name, which would say nothing to the user. */
  @Override
  @SuppressWarnings("OverrideThrowableToString")
  public String toString() {
    return what;
  }
}
