// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Accepts by a predicate, up to a limit; checks that no candidate is the last accepted input. */
final class CountedAttempt implements Attempt {
  private final Input input;
  private final Predicate<List<Object>> predicate;
  private final int limit;
  private byte[] accepted;
  private int count;

  CountedAttempt(Input input, Predicate<List<Object>> predicate, int limit) {
    this.input = input;
    this.predicate = predicate;
    this.limit = limit;
    accepted = published();
  }

  @Override
  public boolean accepts() {
    assertThat(count).as("attempts, of which there may be no more").isLessThan(limit);
    count++;
    byte[] candidate = published();
    assertThat(candidate).as("candidate").isNotEqualTo(accepted);
    boolean accepts = predicate.test(input.get());
    if (accepts) {
      accepted = candidate;
    }
    return accepts;
  }

  @Override
  public boolean exhausted() {
    return count >= limit;
  }

  int count() {
    return count;
  }

  /** Whether the input is the last one that was accepted, to the bit. */
  boolean isLeftWithAccepted() {
    return Arrays.equals(published(), accepted);
  }

  private byte[] published() {
    byte[] bytes = new byte[input.size()];
    input.publish(ByteBuffer.wrap(bytes), 0);
    return bytes;
  }
}
