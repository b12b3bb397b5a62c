// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.targets.TargetId;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.List;

/** Hosts {@code public static void fuzzerTestOneInput(byte[])}: there is nothing to set up. */
public final class StaticTargetHost implements TargetHost {

  /** For the service loader. */
  public StaticTargetHost() {}

  @Override
  public boolean hosts(TargetId.Kind kind) {
    return kind == TargetId.Kind.STATIC;
  }

  @Override
  public void host(TargetId target, Session session) throws Throwable {
    Class<?> type =
        Class.forName(target.className(), true, Thread.currentThread().getContextClassLoader());
    Method method = type.getMethod(target.methodName(), byte[].class);
    method.setAccessible(true);
    MethodHandle handle = MethodHandles.lookup().unreflect(method);
    session.serve(
        new FuzzTarget(Signature.ofMethod(method), handle, List.of(), List.of(), List.of()));
  }
}
