// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.interception.Strays;
import io.github.mavenfuzz.interception.TargetThreads;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.SharedMemory;
import org.jspecify.annotations.Nullable;

/**
 * Runs the target on the current value of an {@link Input}, after writing that value where it
 * survives this JVM.
 */
final class TargetExecution {
  private final Signature signature;
  private final Input input;
  private final Invoker invoker;
  private final SharedMemory memory;
  private final Strays strays;
  private final TargetThreads threads;
  private final StandardStreams streams = new StandardStreams();
  private long count;

  TargetExecution(FuzzTarget target, SharedMemory memory, Strays strays, TargetThreads threads) {
    this.signature = target.signature();
    this.input = Input.of(signature);
    this.invoker = Invoker.of(input.bind(target.handle()));
    this.memory = memory;
    this.strays = strays;
    this.threads = threads;
    this.count = memory.executions();
  }

  /** The arguments of the next execution. */
  Input input() {
    return input;
  }

  /** Another input of the same signature. */
  Input newInput() {
    return Input.of(signature);
  }

  /** How often the target was run. */
  long count() {
    return count;
  }

  /** Runs the target once. Returns what it failed with; null if it did not fail. */
  @Nullable Throwable run() {
    Throwable thrown = invoke();
    threads.settle();
    return judge(thrown);
  }

  /** The same, waiting for so long for all that it has started. */
  @Nullable Throwable runToTheEnd(long millis) {
    Throwable thrown = invoke();
    threads.settleAtLast(millis);
    return judge(thrown);
  }

  private @Nullable Throwable invoke() {
    publish();
    strays.attract();
    memory.setExecutions(++count);
    try {
      invoker.invoke();
      return null;
    } catch (Throwable e) {
      return e;
    } finally {
      // An interrupted thread's next message would close the channel.
      Thread.interrupted();
      streams.restore();
    }
  }

  private @Nullable Throwable judge(@Nullable Throwable thrown) {
    Throwable stray = strays.any() ? strays.take() : null;
    Throwable failure = stray == null ? thrown : stray;
    return failure == null || !Failures.isFailure(failure) ? null : failure;
  }

  private void publish() {
    int size = input.size();
    if (size <= memory.capacity()) {
      input.publish(memory.buffer(), memory.inputOffset());
      memory.setInputSize(size);
    } else {
      memory.setInputSize(-1);
    }
  }

  /** Makes an entry the input's current value. */
  void set(Content content) {
    try {
      input.set(CorpusFile.parse(content.bytes(), signature));
    } catch (MalformedEntryException e) {
      throw new IllegalArgumentException("malformed entry from the coordinator", e);
    }
  }

  /** The input's current value. */
  Content content() {
    return new Content(CorpusFile.format(input.get(), signature));
  }
}
