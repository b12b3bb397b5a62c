// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
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
  private long count;

  TargetExecution(FuzzTarget target, SharedMemory memory) {
    this.signature = target.signature();
    this.input = Input.of(signature);
    this.invoker = Invoker.of(input.bind(target.handle()));
    this.memory = memory;
    this.count = memory.executions();
  }

  /** The arguments of the next execution. */
  Input input() {
    return input;
  }

  /** How often the target was run. */
  long count() {
    return count;
  }

  /** Runs the target once. Returns what it failed with; null if it did not fail. */
  @Nullable Throwable run() {
    publish();
    memory.setExecutions(++count);
    try {
      invoker.invoke();
      return null;
    } catch (Throwable e) {
      return Failures.isFailure(e) ? e : null;
    } finally {
      // An interrupted thread's next message would close the channel.
      Thread.interrupted();
    }
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
