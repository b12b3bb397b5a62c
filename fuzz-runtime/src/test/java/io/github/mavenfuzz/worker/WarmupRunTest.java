// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Throwing;
import io.github.mavenfuzz.coverage.Hits;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Response;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WarmupRunTest extends InProcessTarget {

  @Test
  void warmup_tellsWhatEachEntryTouchedFirst() {
    body = text -> text.chars().forEach(c -> live[c - '0'] = true);
    Response.Warmed warmed = warmup("01", "1", "12");
    assertThat(warmed.failure()).isNull();
    assertThat(warmed.fresh())
        .containsExactly(List.of(Hits.of(1, 0, 1)), List.of(), List.of(Hits.of(1, 2)));
    assertThat(executed).containsExactly("01", "1", "12");
    assertThat(probes.hasNew()).isFalse();
  }

  @Test
  void warmup_endsAtTheFirstFailure() {
    body =
        text -> {
          live[3] = true;
          if (text.equals("bad")) {
            throw Throwing.withMessage("bad");
          }
        };
    Response.Warmed warmed = warmup("good", "bad", "better");
    assertThat(warmed.fresh()).hasSize(2);
    assertThat(warmed.failure().summary()).endsWith(": bad");
    assertThat(executed).containsExactly("good", "bad");
  }

  private Response.Warmed warmup(String... texts) {
    List<Content> entries = Arrays.stream(texts).map(InProcessTarget::content).toList();
    return new WarmupRun(execution, probes, watchdog).run(new Call.Warmup(entries, List.of()));
  }
}
