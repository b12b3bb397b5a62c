// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MutatorWheelTest {
  private static final int MUTATORS = 10;
  private static final int DRAWS = 100_000;

  private final MutatorWheel wheel = new MutatorWheel(MUTATORS);
  private final Prng random = new Prng(1);

  private int drawn(int mutator) {
    int drawn = 0;
    for (int i = 0; i < DRAWS; i++) {
      drawn += wheel.draw(random) == mutator ? 1 : 0;
    }
    return drawn;
  }

  private void pay(int... mutators) {
    wheel.restart();
    for (int mutator : mutators) {
      wheel.used(mutator);
    }
    wheel.pay();
  }

  @Test
  void mutators_areAlikeAtFirst() {
    for (int i = 0; i < MUTATORS; i++) {
      assertThat(drawn(i)).isBetween(DRAWS / 12, DRAWS / 8);
    }
  }

  @Test
  void mutatorThatPays_isDrawnMoreButLeavesRoomForOthers() {
    for (int i = 0; i < 1_000; i++) {
      pay(3);
      wheel.spin();
    }
    assertThat(drawn(3)).isBetween(DRAWS / 4, DRAWS * 3 / 4);
    for (int i = 0; i < MUTATORS; i++) {
      assertThat(drawn(i)).isGreaterThan(DRAWS / 100);
    }
  }

  @Test
  void mutatorsThatPayNoMoreThanOthers_areNotPreferred() {
    for (int i = 0; i < 10_000; i++) {
      pay(wheel.draw(random), wheel.draw(random));
      wheel.spin();
    }
    for (int i = 0; i < MUTATORS; i++) {
      assertThat(drawn(i)).isBetween(DRAWS / 15, DRAWS / 6);
    }
  }

  /** A batch is made twice, and must come out the same. */
  @Test
  void draws_followWhatWasPaidOnlyAfterASpin() {
    pay(3);
    assertThat(drawn(3)).isBetween(DRAWS / 12, DRAWS / 8);
    wheel.spin();
    assertThat(drawn(3)).isGreaterThan(DRAWS / 8);
  }

  @Test
  void whatWasUsedBeforeARestart_isNotPaid() {
    wheel.used(3);
    wheel.restart();
    wheel.pay();
    wheel.spin();
    assertThat(drawn(3)).isBetween(DRAWS / 12, DRAWS / 8);
  }

  @Test
  void mutatorsThatAreLeftOut_areNeverDrawn() {
    wheel.leaveOut(List.of(0, 9));
    assertThat(drawn(0)).isZero();
    for (int i = 0; i < 100; i++) {
      pay(9, 1);
      wheel.spin();
    }
    assertThat(drawn(9)).isZero();
    assertThat(drawn(2)).isPositive();
  }
}
