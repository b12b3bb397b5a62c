// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Content;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private final Frontier frontier = new Frontier();

  private static Content content(int number) {
    return new Content(("input " + number).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void turn_comesWhenNothingNewWasReachedForLong() {
    assertThat(frontier.isDue(29_999)).isFalse();
    assertThat(frontier.isDue(30_000)).isTrue();
    frontier.reachedAt(40_000);
    assertThat(frontier.isDue(69_999)).isFalse();
    assertThat(frontier.isDue(70_000)).isTrue();
  }

  @Test
  void turns_takeAnEighthOfTheExecutionsWhileTheyComeFurther() {
    assertThat(executionsOf(true)).isBetween(1_200_000L, 1_260_000L);
  }

  @Test
  void turns_takeLessAndLessWhileTheyDoNot() {
    assertThat(executionsOf(false)).isBetween(80_000L, 200_000L);
  }

  /** Of ten million executions, those that are the frontier's. */
  private long executionsOf(boolean further) {
    long frontiers = 0;
    long executions = 0;
    while (executions < 10_000_000) {
      if (frontier.isDue(executions)) {
        frontiers += Frontier.SLICE_EXECUTIONS;
        executions += Frontier.SLICE_EXECUTIONS;
        if (further) {
          frontier.add(content(1));
        }
      } else {
        executions += 1_000;
      }
    }
    return frontiers;
  }

  @Test
  void pick_isAnotherWhenThereIsNoneAndNowAndThen() {
    Prng random = new Prng(1);
    assertThat(frontier.pick(random, content(-1))).isEqualTo(content(-1));
    frontier.add(content(1));
    frontier.add(content(2));
    Set<Content> picked = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      picked.add(frontier.pick(random, content(-1)));
    }
    assertThat(picked).containsExactlyInAnyOrder(content(-1), content(1), content(2));
  }

  @Test
  void oldInputs_makeRoomForNewOnes() {
    for (int i = 0; i < 2_000; i++) {
      frontier.add(content(i));
    }
    Prng random = new Prng(1);
    Set<Content> picked = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      picked.add(frontier.pick(random, content(1_999)));
    }
    assertThat(picked)
        .hasSizeLessThanOrEqualTo(512)
        .contains(content(1_999))
        .doesNotContain(content(0));
  }
}
