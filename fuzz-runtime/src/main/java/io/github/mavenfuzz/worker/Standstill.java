// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the threads are while a call stands still.
 *
 * @param target the thread that makes the call
 * @param stacks of all threads, for the user
 * @param samples of the target's thread, from one moment to the next
 */
record Standstill(
    Thread target, Map<Thread, StackTraceElement[]> stacks, List<StackTraceElement[]> samples) {

  /** A loop shows by what stays the same from one look at the stack to the next. */
  private static final int SAMPLES = 25;

  private static final long SAMPLING_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  Standstill {
    stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
    samples = List.copyOf(samples);
  }

  /** Looks for a moment where the threads are; sees less if there is no memory for it. */
  static Standstill of(Thread target) {
    Map<Thread, StackTraceElement[]> stacks = Map.of();
    List<StackTraceElement[]> samples = new ArrayList<>(SAMPLES);
    try {
      stacks = Thread.getAllStackTraces();
      for (int i = 0; i < SAMPLES; i++) {
        samples.add(target.getStackTrace());
        LockSupport.parkNanos(SAMPLING_NANOS);
      }
    } catch (OutOfMemoryError e) {
      // The target has it all, and stands still all the same.
    }
    return new Standstill(target, stacks, samples);
  }
}
