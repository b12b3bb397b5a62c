// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestingInputsTest {

  @ParameterizedTest
  @CsvSource({"60000, false, 200", "100, false, 100", "60000, true, 60000", "200, true, 200"})
  void next_repeatable_isNotCutOffByASlowMachine(long budget, boolean repeatable, long millis) {
    Budget minimize = new Budget(Duration.ofMillis(budget), Budget.NO_LIMIT);
    InterestingInputs inputs = new InterestingInputs(minimize, 1, repeatable);
    inputs.offer(new Content(new byte[100]), List.of());
    WorkerSlot slot = new WorkerSlot(0, false, null, null, event -> {});
    Call call = inputs.next(slot, new ExecutionLedger(10_000));
    assertThat(call)
        .isInstanceOfSatisfying(
            Call.Minimize.class, minimizing -> assertThat(minimizing.millis()).isEqualTo(millis));
  }

  @ParameterizedTest
  @CsvSource({"false, 200", "true, 0"})
  void next_withoutTime(boolean repeatable, long millis) {
    InterestingInputs inputs = new InterestingInputs(new Budget(null, 5_000), 1, repeatable);
    inputs.offer(new Content(new byte[100]), List.of());
    WorkerSlot slot = new WorkerSlot(0, false, null, null, event -> {});
    Call call = inputs.next(slot, new ExecutionLedger(10_000));
    assertThat(call)
        .isInstanceOfSatisfying(
            Call.Minimize.class, minimizing -> assertThat(minimizing.millis()).isEqualTo(millis));
  }

  /** Who is still starting is to have some of the executions, too. */
  @Test
  void next_leavesOthersTheirShare() {
    InterestingInputs inputs = new InterestingInputs(new Budget(null, 5_000), 2, false);
    inputs.offer(new Content(new byte[100]), List.of());
    ExecutionLedger ledger = new ExecutionLedger(200);
    assertThat(inputs.next(Slots.idle(0), ledger)).isNotNull();
    assertThat(ledger.available()).isEqualTo(100);
  }
}
