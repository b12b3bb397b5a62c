// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.SharedMemory;
import org.jspecify.annotations.Nullable;

/** Reads what a worker wrote into the mapped file before it ran it. */
final class MappedInput {
  private MappedInput() {}

  /** The last input; null if there is none, it did not fit, or it is only just being written. */
  static @Nullable Content read(SharedMemory memory, Signature signature) {
    if (memory.inputSize() == 0) {
      return null;
    }
    Input input = Input.of(signature);
    try {
      input.readFrom(memory.buffer(), memory.inputOffset());
    } catch (IllegalArgumentException e) {
      return null;
    }
    return new Content(CorpusFile.format(input.get(), signature));
  }

  /** The input of that execution; null if another is under way. */
  static @Nullable Content ofExecution(long execution, SharedMemory memory, Signature signature) {
    Content input = read(memory, signature);
    return memory.executions() == execution ? input : null;
  }
}
