// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** Invokes the target on the input's current value. */
interface Invoker {

  /** Invokes it; what the target throws comes out as it is. */
  void invoke() throws Throwable;

  /**
   * An invoker of that handle, of type {@code ()void}, which the JIT compiler sees as a constant.
   */
  static Invoker of(MethodHandle handle) {
    try (InputStream template = Invoker.class.getResourceAsStream("ConstantInvoker.class")) {
      if (template == null) {
        throw new IllegalStateException("ConstantInvoker.class is missing from the jar");
      }
      MethodHandles.Lookup hidden =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(template.readAllBytes(), handle, true);
      return (Invoker) hidden.lookupClass().getDeclaredConstructor().newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("cannot prepare the target's invocation", e);
    }
  }
}
