// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import io.github.mavenfuzz.protocol.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FatalMinimizerTest {
  private static final String IDENTITY = "0123456789abcdef";

  private final List<Response.Progress> progress = new ArrayList<>();

  private static Failure failure(Kind kind) {
    return new Failure(kind, IDENTITY, List.of(), "summary", "trace", true);
  }

  private static Content input(int length) {
    return new Content(CorpusFile.format(List.of(new byte[length]), TestCampaign.SIGNATURE));
  }

  private static int length(Content content) {
    try {
      byte[] bytes = (byte[]) CorpusFile.parse(content.bytes(), TestCampaign.SIGNATURE).get(0);
      return bytes.length;
    } catch (MalformedEntryException e) {
      throw new IllegalStateException(e);
    }
  }

  private FatalMinimizer minimizer(FatalMinimizer.Task task, FatalMinimizer.Replayer replayer) {
    return new FatalMinimizer(task, TestCampaign.SIGNATURE, replayer, progress::add, () -> false);
  }

  @Test
  void run_endsWithTheSmallestThatFailsInTheSameWay() {
    FatalMinimizer.Task task =
        new FatalMinimizer.Task(input(100), failure(Kind.EXIT), 1_000, 0, false);
    FatalMinimizer minimizer =
        minimizer(
            task,
            content -> {
              int length = length(content);
              return length >= 37
                  ? failure(Kind.EXIT)
                  : length < 10
                      ? new Failure(Kind.EXIT, "another", List.of(), "another", "trace", true)
                      : null;
            });
    minimizer.run();
    assertThat(length(minimizer.best())).isEqualTo(37);
    assertThat(minimizer.kept()).isEqualTo(failure(Kind.EXIT));
    assertThat(progress).isNotEmpty();
    assertThat(progress.get(progress.size() - 1).best()).isEqualTo(minimizer.best());
  }

  /** Below 37 another hang begins. */
  private Content minimizedHang(boolean alwaysAtOnePlace) {
    Failure[] places = {failure(Kind.TIMEOUT), failure(Kind.TIMEOUT).as("another")};
    int[] runs = {0};
    FatalMinimizer minimizer =
        minimizer(
            new FatalMinimizer.Task(input(100), places[0], 1_000, 0, false),
            content -> {
              runs[0]++;
              return places[length(content) < 37 || (!alwaysAtOnePlace && runs[0] < 10) ? 1 : 0];
            });
    minimizer.run();
    return minimizer.best();
  }

  @Test
  void hangAtOnePlace_doesNotBecomeAnother() {
    assertThat(length(minimizedHang(true))).isEqualTo(37);
  }

  @Test
  void hangAnywhere_isMinimizedWhereverItIs() {
    assertThat(length(minimizedHang(false))).isZero();
  }

  @Test
  void run_keepsToItsExecutions() {
    for (boolean apart : new boolean[] {false, true}) {
      int[] runs = {0};
      FatalMinimizer.Task task =
          new FatalMinimizer.Task(input(100), failure(Kind.STACK_OVERFLOW), 7, 0, apart);
      FatalMinimizer minimizer =
          minimizer(
              task,
              content -> {
                runs[0]++;
                return length(content) > 10 ? failure(Kind.STACK_OVERFLOW) : null;
              });
      minimizer.run();
      assertThat(runs[0]).isEqualTo(7);
      assertThat(minimizer.executions()).isEqualTo(7);
    }
  }

  @Test
  void run_keepsToItsTime() {
    int[] runs = {0};
    FatalMinimizer minimizer =
        minimizer(
            new FatalMinimizer.Task(input(100), failure(Kind.EXIT), 1_000, 1, false),
            content -> {
              runs[0]++;
              return length(content) >= 37 ? failure(Kind.EXIT) : null;
            });
    minimizer.run();
    assertThat(runs[0]).isLessThanOrEqualTo(1);
    assertThat(minimizer.fault()).isNull();
  }

  /**
   * Where the stack ends varies: the smallest that ever overflowed would hardly ever do again. With
   * as many executions as there is time for.
   */
  @Test
  void stackOverflow_isNotMinimizedToTheEdge() {
    Random random = new Random(1);
    FatalMinimizer.Task task =
        new FatalMinimizer.Task(input(4_000), failure(Kind.STACK_OVERFLOW), 100, 0, true);
    FatalMinimizer minimizer =
        minimizer(
            task,
            content ->
                length(content) > 2_000 + random.nextInt(400)
                    ? failure(Kind.STACK_OVERFLOW)
                    : null);
    minimizer.run();
    assertThat(length(minimizer.best())).isBetween(2_150, 2_600);
  }

  @Test
  void fault_endsIt() {
    FatalMinimizer minimizer =
        minimizer(
            new FatalMinimizer.Task(input(100), failure(Kind.EXIT), 1_000, 0, false),
            content -> {
              throw new CoordinatorException("no worker");
            });
    minimizer.run();
    assertThat(minimizer.fault()).hasMessage("no worker");
    assertThat(minimizer.best()).isEqualTo(input(100));
    assertThat(minimizer.kept()).isNull();
  }
}
