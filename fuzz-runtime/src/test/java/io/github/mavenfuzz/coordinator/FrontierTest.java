// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.comparison.Milestone.Kind;
import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private final Frontier frontier = new Frontier(4, 1);
  private final WorkerSlot slot = Slots.idle(0);

  private static Content content(int number) {
    return new Content(("input " + number).getBytes(StandardCharsets.US_ASCII));
  }

  private void add(Kind kind, int number, Content content) {
    frontier.add(slot, content, List.of(new Milestone(kind, number)));
  }

  @Test
  void turn_comesWhenNothingNewWasReachedForLong() {
    assertThat(frontier.isDue(29_999, 0)).isFalse();
    assertThat(frontier.isDue(30_000, 0)).isTrue();
    frontier.reachedAt(slot, 40_000);
    assertThat(frontier.isDue(69_999, 0)).isFalse();
    assertThat(frontier.isDue(70_000, 0)).isTrue();
  }

  @Test
  void turns_takeTheirPartOfTheTimeWhileTheyComeFurther() {
    assertThat(timeOf(frontier, true, 10)).isBetween(240_000L, 260_000L);
  }

  @Test
  void turns_takeLessAndLessTimeWhileTheyDoNot() {
    add(Kind.STATE, 1, content(1));
    assertThat(timeOf(frontier, false, 10)).isBetween(20_000L, 60_000L);
  }

  @Test
  void turns_takeEvenLessWhereNothingIsHeard() {
    assertThat(timeOf(frontier, false, 10)).isBetween(5_000L, 15_000L);
  }

  @Test
  void turns_areMadeUpForAfterALongCallOfAnother() {
    assertThat(timeOf(frontier, true, 1_000)).isBetween(240_000L, 260_000L);
  }

  @Test
  void turns_areMoreOfTheTimeThatPassesWithMoreWorkers() {
    assertThat(timeOf(new Frontier(4, 2), true, 10)).isBetween(490_000L, 510_000L);
  }

  @Test
  void turns_areRarerWhereTheSearchGetsOnWithoutThem() {
    reachWithoutTurns();
    assertThat(timeOf(frontier, 120_000, true, 10)).isBetween(55_000L, 70_000L);
  }

  @Test
  void turns_areAsOftenAsBeforeWhereNothingGetsOnForLong() {
    reachWithoutTurns();
    assertThat(timeOf(frontier, 1_200_000, true, 10)).isBetween(240_000L, 260_000L);
  }

  @Test
  void turns_areAsOftenAsBeforeWhereTheyGetOn() {
    reachWithoutTurns();
    frontier.begin(slot, 0);
    frontier.reachedAt(slot, 120_000);
    frontier.reachedAt(slot, 150_000);
    frontier.end(slot, 150_000, 0);
    assertThat(timeOf(frontier, 180_000, true, 10)).isBetween(240_000L, 260_000L);
  }

  /** Three times, each after long. */
  private void reachWithoutTurns() {
    WorkerSlot other = Slots.idle(1);
    for (int i = 1; i <= 3; i++) {
      frontier.reachedAt(other, i * 30_000L);
    }
  }

  @Test
  void turnOfAWorkerThatHasNone_takesNoTime() {
    frontier.end(slot, 0, 1_000);
    assertThat(frontier.isDue(30_000, 0)).isTrue();
  }

  /** Of a million, the time that is the frontier's, with 100 a turn. */
  private long timeOf(Frontier frontier, boolean further, int otherTurn) {
    return timeOf(frontier, 30_000, further, otherTurn);
  }

  private long timeOf(Frontier frontier, long executions, boolean further, int otherTurn) {
    long time = 0;
    long now = 0;
    while (now < 1_000_000) {
      if (frontier.isDue(executions, now)) {
        frontier.begin(slot, now);
        time += 100;
        now += 100;
        frontier.end(slot, executions, now);
        if (further) {
          frontier.add(slot, content(1), List.of(new Milestone(Kind.STATE, 1)));
        }
      } else {
        now += otherTurn;
      }
    }
    return time;
  }

  @Test
  void next_isNoneWhenThereIsNone() {
    assertThat(frontier.next(new Prng(1))).isNull();
    assertThat(frontier.any(new Prng(1))).isNull();
    assertThat(frontier.longest()).isZero();
  }

  @Test
  void next_isOfEachKindAsOftenAndNowAndThenNone() {
    for (int i = 0; i < 100; i++) {
      add(Kind.STATE, i, content(i));
    }
    add(Kind.TIMES, 1, content(1_000));
    Prng random = new Prng(1);
    List<Content> drawn = new ArrayList<>();
    int none = 0;
    for (int i = 0; i < 1_000; i++) {
      Content next = frontier.next(random);
      if (next == null) {
        none++;
      } else {
        drawn.add(next);
      }
    }
    assertThat(none).isBetween(90, 160);
    assertThat(drawn.stream().filter(content(1_000)::equals).count()).isBetween(380L, 500L);
    assertThat(drawn.stream().filter(Objects::nonNull).distinct().count()).isEqualTo(101);
  }

  @Test
  void mates_takeNobodysTurn() {
    for (int i = 0; i < 10; i++) {
      add(Kind.STATE, i, content(i));
    }
    Prng random = new Prng(1);
    Set<Content> turns = new HashSet<>();
    while (turns.size() < 10) {
      Content unused = frontier.any(random);
      Content next = frontier.next(random);
      assertThat(next == null || turns.add(next)).isTrue();
    }
  }

  @Test
  void longest_isThatOfAllInputsEver() {
    add(Kind.TIMES, 1, content(1_000));
    add(Kind.TIMES, 1, content(1));
    assertThat(frontier.longest()).isEqualTo("input 1000".length());
  }
}
