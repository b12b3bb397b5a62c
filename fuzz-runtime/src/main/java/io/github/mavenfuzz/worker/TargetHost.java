// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.targets.TargetId;

/**
 * Sets up what surrounds a target, hands the target over, and tears the surroundings down again.
 * Found by {@link java.util.ServiceLoader}. Lives in the worker JVM.
 */
public interface TargetHost {

  /** Whether this host runs targets of that kind. */
  boolean hosts(TargetId.Kind kind);

  /**
   * Runs the whole life of one target: set up, {@link Session#serve} exactly once on the calling
   * thread, tear down.
   *
   * @throws Throwable what set-up or tear-down failed with; the session knows whether the target
   *     was served before
   */
  void host(TargetId target, Session session) throws Throwable;
}
