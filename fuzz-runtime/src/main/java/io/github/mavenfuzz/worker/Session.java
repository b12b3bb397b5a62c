// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

/** The worker's side of one campaign, from the point of view of a host. */
public interface Session {

  /** Serves the coordinator's calls on this target; returns when it needs the target no more. */
  void serve(FuzzTarget target);
}
