// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.mutation.Prng;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatesTest {
  private static final Signature SIGNATURE = Signature.ofDescriptor("(Ljava/lang/String;)V");

  private final Prng random = new Prng(1);
  private final Mates mates = new Mates(() -> Input.of(SIGNATURE));

  private static Input input(String text) {
    Input input = Input.of(SIGNATURE);
    input.set(List.of(text));
    return input;
  }

  private Set<Object> drawn(int draws) {
    Set<Object> drawn = new HashSet<>();
    Input mate = input("untouched");
    for (int i = 0; i < draws; i++) {
      mates.draw(mate, random);
      drawn.add(mate.get().get(0));
    }
    return drawn;
  }

  @Test
  void mates_areAllThatWereMet() {
    assertThat(drawn(10)).containsExactly("untouched");
    Input first = input("one");
    mates.meet(1, first, random);
    mates.meet(2, input("two"), random);
    mates.meet(3, input(""), random);
    first.set(List.of("changed"));
    assertThat(drawn(100)).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void mates_areFewEnoughToBeKeptAndShortEnoughToBeCopied() {
    mates.meet(-1, input("x".repeat(20_000)), random);
    for (int i = 0; i < 2_000; i++) {
      mates.meet(i, input("mate-" + i), random);
      mates.meet(i, input("again-" + i), random);
    }
    assertThat(drawn(20_000))
        .hasSizeBetween(200, 256)
        .allMatch(mate -> ((String) mate).startsWith("mate-"))
        .anyMatch(mate -> ((String) mate).endsWith("1999"));
  }
}
