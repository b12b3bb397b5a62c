// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

class InterruptsTest {
  private final ConcurrentMap<String, Object> state = new ConcurrentHashMap<>();
  private final List<String> stopped = new ArrayList<>();

  @Test
  void onSignal_stopsAllCampaignsOfTheBuild() {
    Runnable over = new Interrupts(state).stopping(() -> stopped.add("over"));
    over.run();
    Runnable a = new Interrupts(state).stopping(() -> stopped.add("a"));
    Runnable b = new Interrupts(state).stopping(() -> stopped.add("b"));

    assertThat(new Interrupts(state).seen()).isFalse();
    new Interrupts(state).onSignal(2);

    assertThat(stopped).containsExactlyInAnyOrder("a", "b");
    assertThat(new Interrupts(state).seen()).isTrue();
    a.run();
    b.run();
  }

  @Test
  void stopping_stopsAtOnceAfterASignal() {
    new Interrupts(state).onSignal(2);

    new Interrupts(state).stopping(() -> stopped.add("late")).run();

    assertThat(stopped).containsExactly("late");
  }

  @Test
  void stopping_leavesNothingBehind() {
    Runnable a = new Interrupts(state).stopping(() -> {});
    Runnable b = new Interrupts(state).stopping(() -> stopped.add("b"));
    assertThat(state).containsKey("interrupts.handlers");
    a.run();
    assertThat(state).containsKey("interrupts.handlers");
    b.run();
    assertThat(state).doesNotContainKey("interrupts.handlers");
  }
}
