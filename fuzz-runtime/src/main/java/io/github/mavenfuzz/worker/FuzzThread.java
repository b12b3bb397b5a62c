// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

/**
 * The thread that a worker runs its target on. It carries the session, so that code which somebody
 * else's framework instantiates (a JUnit extension) finds it without any global.
 */
public final class FuzzThread extends Thread {
  private final Session session;

  FuzzThread(Runnable body, Session session) {
    super(body, "main");
    this.session = session;
  }

  /** The session of the worker that this thread belongs to. */
  public Session session() {
    return session;
  }
}
