// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.targets.TargetId;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes executions of a worker that take long. Belongs to the coordinator's thread. */
final class SlowWatch {

  /** A worker's first execution loads what it needs: that is no slowness of the input. */
  private static final long COLD = 1;

  private final Consumer<SlowExecution> ended;
  private @Nullable SlowExecution current;

  /** A watch of one worker after the other, which tells of each execution that took long. */
  SlowWatch(Consumer<SlowExecution> ended) {
    this.ended = ended;
  }

  /**
   * Looks at the execution under way.
   *
   * @param number which of its worker's it is
   * @param time for how long it has been under way
   * @param threshold how long an execution takes that takes long
   * @param memory where its input is
   */
  void look(long number, Duration time, Duration threshold, SharedMemory memory, TargetId target) {
    SlowExecution before = current;
    if (before != null && before.number() != number) {
      end();
    } else if (before != null) {
      current = new SlowExecution(number, before.input(), time);
    } else if (number > COLD && time.compareTo(threshold) >= 0) {
      Content input = MappedInput.ofExecution(number, memory, target.signature());
      current = input == null ? null : new SlowExecution(number, input, time);
    }
  }

  /** The execution under way, if it takes long. */
  @Nullable SlowExecution current() {
    return current;
  }

  /** There is no execution under way any more. */
  void end() {
    SlowExecution slow = current;
    current = null;
    if (slow != null) {
      ended.accept(slow);
    }
  }

  /** The execution under way ended its worker: it is a failure, not slow. */
  void forget() {
    current = null;
  }
}
