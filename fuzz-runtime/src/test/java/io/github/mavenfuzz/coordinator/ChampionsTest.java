// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.protocol.Content;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChampionsTest {
  private final Champions champions = new Champions();
  private final WorkerSlot slot = Slots.idle(0);

  private static Content content(String text) {
    return new Content(text.getBytes(StandardCharsets.US_ASCII));
  }

  private Set<Content> next(int times) {
    Set<Content> drawn = new HashSet<>();
    for (int i = 0; i < times; i++) {
      drawn.add(champions.next());
    }
    return drawn;
  }

  @Test
  void newest_isNextAndThenEachInTurn() {
    champions.add(slot, 1, content("a"));
    champions.add(slot, 2, content("b"));
    assertThat(champions.next()).isEqualTo(content("b"));
    assertThat(champions.next()).isEqualTo(content("a"));
    champions.add(slot, 3, content("c"));
    assertThat(champions.next()).isEqualTo(content("c"));
    assertThat(next(3)).hasSize(3);
  }

  @Test
  void beatenInAll_goes() {
    champions.add(slot, 1, content("a"));
    champions.add(slot, 2, content("a"));
    champions.add(slot, 1, content("b"));
    assertThat(next(4)).containsExactlyInAnyOrder(content("a"), content("b"));
    champions.add(slot, 2, content("c"));
    assertThat(next(4)).containsExactlyInAnyOrder(content("b"), content("c"));
  }

  @Test
  void sameInput_beatsItself() {
    champions.add(slot, 1, content("a"));
    champions.add(slot, 1, content("a"));
    assertThat(champions.next()).isEqualTo(content("a"));
    champions.add(slot, 1, content("b"));
    assertThat(next(4)).containsExactly(content("b"));
  }

  @Test
  void numbers_areEachWorkersOwn() {
    champions.add(slot, 1, content("a"));
    champions.add(Slots.idle(1), 1, content("b"));
    assertThat(next(4)).hasSize(2);
  }

  @Test
  void oldest_makeRoom() {
    for (int i = 0; i < 1_000; i++) {
      champions.add(slot, i, content("input " + i));
    }
    assertThat(next(2_000))
        .hasSize(256)
        .contains(content("input 999"))
        .doesNotContain(content("input 0"));
  }

  @Test
  void longInputs_areFew() {
    for (int i = 0; i < 20; i++) {
      champions.add(slot, i, content(Integer.toString(i).repeat(1 << 20)));
    }
    assertThat(next(40)).hasSizeBetween(1, 4);
  }
}
