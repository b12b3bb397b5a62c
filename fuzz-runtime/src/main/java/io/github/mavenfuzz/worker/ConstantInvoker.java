// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * The template of the hidden class that {@link Invoker#of} defines: its handle is a constant to the
 * JIT compiler, so that the target is inlined into the loop. Never used under its own name.
 */
final class ConstantInvoker implements Invoker {
  private static final MethodHandle TARGET = classData();

  ConstantInvoker() {}

  private static MethodHandle classData() {
    try {
      return MethodHandles.classData(
          MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, MethodHandle.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void invoke() throws Throwable {
    TARGET.invokeExact();
  }
}
