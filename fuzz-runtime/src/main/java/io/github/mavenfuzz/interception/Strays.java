// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.interception;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the target did that leaves its method in another way than by throwing, or on another thread:
 * exits, even if it caught what left them, and exceptions that nobody caught.
 */
public final class Strays implements ObjIntConsumer<String>, Thread.UncaughtExceptionHandler {
  private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
  private volatile boolean watching;

  /** From now on, until {@link #unwatch}, exits are failures of the target. */
  public void watch() {
    first.set(null);
    watching = true;
  }

  /** Exits end the JVM again: what sets a target up may have its reasons. */
  public void unwatch() {
    watching = false;
  }

  /** Sees to it that exceptions come here, whatever the target has done about that. */
  public void attract() {
    if (Thread.getDefaultUncaughtExceptionHandler() != this) {
      Thread.setDefaultUncaughtExceptionHandler(this);
    }
  }

  /** Whether there is one. Cheap: for the hot loop. */
  public boolean any() {
    return first.getPlain() != null;
  }

  /** The first that came since the last was taken; null if none did. */
  public @Nullable Throwable take() {
    return first.getAndSet(null);
  }

  /** The target calls {@code System.exit} or the like. */
  @Override
  public void accept(String call, int status) {
    if (!watching) {
      if (call.endsWith("halt")) {
        Runtime.getRuntime().halt(status);
      }
      Runtime.getRuntime().exit(status);
    }
    TargetExit exit = new TargetExit(call, status);
    first.compareAndSet(null, exit);
    throw exit;
  }

  /** An exception left a thread of the target's. */
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (!(thrown instanceof TargetExit)) {
      first.compareAndSet(null, thrown);
    }
  }
}
