// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Throwing;
import io.github.mavenfuzz.coverage.Hits;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MinimizeRunTest extends InProcessTarget {

  private final List<Response.Progress> progress = new ArrayList<>();

  private Response.Minimized minimize(Call.Minimize call) {
    return new MinimizeRun(call, execution, probes, watchdog, progress::add).run(call);
  }

  @Test
  void minimize_keepsTheIdentity() {
    body =
        text -> {
          if (text.length() > 10) {
            throw Throwing.withMessage(text);
          }
          if (text.length() < 5) {
            throw Throwing.elsewhere(text);
          }
        };
    Failure failure = Failures.of(Throwing.withMessage("any"));
    Response.Minimized minimized =
        minimize(new Call.Minimize(content("x".repeat(100)), failure, null, 1_000_000, 0));
    assertThat(minimized.reproduced()).isTrue();
    assertThat(text(minimized.best())).hasSize(11);
    assertThat(minimized.failure().summary()).endsWith(": " + text(minimized.best()));
    assertThat(minimized.failure().identity()).isEqualTo(failure.identity());
    assertThat(minimized.executions()).isEqualTo(executed.size());
    assertThat(minimized.crash()).isNull();
    assertThat(progress).isNotEmpty().allMatch(step -> step.failure() != null);
  }

  @Test
  void minimize_ofWhatDoesNotFailGivesUpAtOnce() {
    Content entry = content("x".repeat(100));
    Response.Minimized minimized =
        minimize(
            new Call.Minimize(entry, Failures.of(Throwing.withMessage("any")), null, 1_000, 0));
    assertThat(minimized).isEqualTo(new Response.Minimized(false, entry, null, 1, null, null));
  }

  @Test
  void minimize_isLimited() {
    body =
        text -> {
          if (text.length() > 90) {
            throw Throwing.withMessage(text);
          }
        };
    Failure failure = Failures.of(Throwing.withMessage("any"));
    for (long limit : new long[] {0, 1, 2, 5}) {
      executed.clear();
      Content entry = content("x".repeat(100));
      Response.Minimized minimized = minimize(new Call.Minimize(entry, failure, null, limit, 0));
      assertThat(minimized.executions()).isEqualTo(limit).isEqualTo(executed.size());
      assertThat(minimized.reproduced()).isEqualTo(limit > 0);
    }
  }

  @Test
  void minimize_keepsCoverage() {
    body =
        text -> {
          live[0] = true;
          if (text.contains("A")) {
            live[1] = true;
          }
          if (text.contains("B")) {
            live[2] = true;
          }
        };
    probes.accept(List.of(Hits.of(1, 0, 1, 2)));
    Response.Minimized minimized =
        minimize(
            new Call.Minimize(content("xxAxxBxx"), null, List.of(Hits.of(1, 1, 2)), 10_000, 0));
    assertThat(minimized.reproduced()).isTrue();
    assertThat(text(minimized.best())).isEqualTo("AB");
    assertThat(minimized.failure()).isNull();
    assertThat(progress).isEmpty();
    assertThat(probes.hasNew()).isFalse();
  }

  @Test
  void minimize_ofCoverageThatDoesNotShowKeepsTheInput() {
    Content entry = content("xxAxx");
    Response.Minimized minimized =
        minimize(new Call.Minimize(entry, null, List.of(Hits.of(1, 1)), 10_000, 0));
    assertThat(minimized).isEqualTo(new Response.Minimized(false, entry, null, 2, null, null));
  }

  @Test
  void minimize_loadsTheClassesThatItWatches() {
    boolean[][] late = new boolean[1][];
    body =
        text -> {
          if (late[0] == null) {
            late[0] = Hits.register(probes, 2);
          }
          late[0][3] |= text.contains("A");
        };
    Response.Minimized minimized =
        minimize(new Call.Minimize(content("xxAxx"), null, List.of(Hits.of(2, 3)), 10_000, 0));
    assertThat(text(minimized.best())).isEqualTo("A");
  }

  @Test
  void minimize_tellsOfACrashOnTheWay() {
    body =
        text -> {
          live[1] = true;
          if (text.length() < 4) {
            throw Throwing.withMessage(text);
          }
        };
    Response.Minimized minimized =
        minimize(new Call.Minimize(content("xxxxxxxx"), null, List.of(Hits.of(1, 1)), 10_000, 0));
    assertThat(minimized.reproduced()).isTrue();
    assertThat(text(minimized.best())).hasSizeGreaterThanOrEqualTo(4);
    assertThat(text(minimized.crashing())).hasSizeLessThan(4);
    assertThat(minimized.crash().summary()).endsWith(": " + text(minimized.crashing()));
  }

  @Test
  void minimize_letsNewCoverageShowAgain() {
    body = text -> live[Math.min(9, text.length())] = true;
    probes.accept(List.of(Hits.of(1, 8)));
    minimize(new Call.Minimize(content("xxxxxxxx"), null, List.of(Hits.of(1, 8)), 10_000, 0));
    assertThat(probes.hasNew()).isFalse();
    live[4] = true;
    assertThat(probes.newHits()).containsExactly(Hits.of(1, 4));
  }
}
