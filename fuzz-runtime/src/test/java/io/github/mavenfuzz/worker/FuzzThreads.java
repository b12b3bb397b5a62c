// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import org.junit.jupiter.api.function.Executable;

/** Runs code on a {@link FuzzThread}, as a worker does. */
public final class FuzzThreads {
  private FuzzThreads() {}

  /** Returns when the code has; throws what it threw. */
  public static void run(Session session, Executable body) throws Throwable {
    Throwable[] thrown = new Throwable[1];
    FuzzThread thread =
        new FuzzThread(
            () -> {
              try {
                body.execute();
              } catch (Throwable e) {
                thrown[0] = e;
              }
            },
            session);
    thread.start();
    thread.join();
    if (thrown[0] != null) {
      throw thrown[0];
    }
  }
}
