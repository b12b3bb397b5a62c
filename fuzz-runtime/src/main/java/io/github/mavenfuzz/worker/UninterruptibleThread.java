// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import org.jspecify.annotations.Nullable;

/**
 * A daemon thread of ours that targets cannot interrupt, which some do with all threads that there
 * are: it would close the channel that the thread reads from.
 */
sealed class UninterruptibleThread extends Thread permits Watchdog {

  /** One that runs the task, or its own {@link #run} if that is null. */
  UninterruptibleThread(@Nullable Runnable task, String name) {
    super(task, name);
    setDaemon(true);
  }

  @Override
  public final void interrupt() {
    // Nobody of ours wants to.
  }
}
