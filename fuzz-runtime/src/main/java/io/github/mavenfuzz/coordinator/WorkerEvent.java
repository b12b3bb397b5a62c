// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.Wear;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a worker's thread tells the coordinator's. */
sealed interface WorkerEvent {

  /** After these the slot has no call under way. */
  sealed interface Settling extends WorkerEvent {
    WorkerSlot slot();
  }

  /** Wakes the coordinator, nothing more. */
  record Wake() implements WorkerEvent {}

  /** Something that the user should know. */
  record Notice(WorkerSlot slot, String text) implements WorkerEvent {}

  /** A worker has set the target up. */
  record Ready(WorkerSlot slot, Response.Opened opened) implements Settling {}

  /** A call was answered; {@code executions} were counted during it. */
  record Answered(WorkerSlot slot, Call call, Response response, long executions)
      implements Settling {}

  /**
   * An input that no worker survives was minimized; a fresh worker follows.
   *
   * @param failure what {@code best} fails with; null if it is the input as it was
   * @param executions how often the target was run
   */
  record Shrunk(WorkerSlot slot, Content best, @Nullable Failure failure, long executions)
      implements WorkerEvent {}

  /** An execution took long, but ended. */
  record Slow(WorkerSlot slot, SlowExecution execution) implements WorkerEvent {}

  /** The target has used up much of its worker. */
  record Worn(WorkerSlot slot, Set<Wear> wear) implements WorkerEvent {}

  /** A minimization got further. */
  record Progressed(WorkerSlot slot, Response.Progress progress) implements WorkerEvent {}

  /**
   * A worker ended during a call; the slot starts another.
   *
   * @param executions how many it began during the call
   * @param input what it was running, or ran last; null if it is not known
   */
  record Died(
      WorkerSlot slot, Call call, WorkerDiedException how, long executions, @Nullable Content input)
      implements Settling {}

  /** A slot cannot go on: the environment's fault, or ours. */
  record Broken(WorkerSlot slot, CoordinatorException cause) implements Settling {}
}
