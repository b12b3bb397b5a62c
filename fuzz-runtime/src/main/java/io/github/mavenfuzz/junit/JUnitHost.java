// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.targets.TargetId;
import io.github.mavenfuzz.worker.FuzzThread;
import io.github.mavenfuzz.worker.Session;
import io.github.mavenfuzz.worker.TargetHost;

/**
 * Hosts {@code @FuzzTest} methods: runs the JUnit Platform, in which {@link FuzzTestExtension}
 * hands the method over to the session. Lives in the worker JVM.
 */
public final class JUnitHost implements TargetHost {

  /** For the service loader. */
  public JUnitHost() {}

  @Override
  public boolean hosts(TargetId.Kind kind) {
    return kind == TargetId.Kind.FUZZ_TEST;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the calling thread is not the session's {@link FuzzThread}
   */
  @Override
  public void host(TargetId target, Session session) throws Throwable {
    if (!(Thread.currentThread() instanceof FuzzThread thread) || thread.session() != session) {
      throw new IllegalStateException("not the session's thread: " + Thread.currentThread());
    }
    new JUnitRun(target).run();
  }
}
