// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

  @Test
  void ofCampaign_isUnlimitedByDefault() {
    assertThat(Budget.ofCampaign(null, null)).isEqualTo(Budget.UNLIMITED);
  }

  @Test
  void ofCampaign_takesTimeOrExecutions() {
    assertThat(Budget.ofCampaign("1m30s", null))
        .isEqualTo(new Budget(Duration.ofSeconds(90), Budget.NO_LIMIT));
    assertThat(Budget.ofCampaign("1000x", null)).isEqualTo(new Budget(null, 1000));
    assertThat(Budget.ofCampaign(null, "7")).isEqualTo(new Budget(null, 7));
    assertThat(Budget.ofCampaign("10s", "7")).isEqualTo(new Budget(Duration.ofSeconds(10), 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0s", "0x", "-1s", "-1x", "10", "x", "1.5x", "ten"})
  void ofCampaign_rejectsTime(String time) {
    assertThatThrownBy(() -> Budget.ofCampaign(time, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "fuzz.time (%s) must be a positive duration such as 10s, 1m30s or 1h,".formatted(time)
                + " or executions such as 1000x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "10x", "10s", "1e3"})
  void ofCampaign_rejectsCount(String count) {
    assertThatThrownBy(() -> Budget.ofCampaign(null, count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fuzz.count (%s) must be a positive number of executions", count);
  }

  @Test
  void ofCampaign_rejectsTwoCounts() {
    assertThatThrownBy(() -> Budget.ofCampaign("1000x", "7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("fuzz.count (7) and fuzz.time (1000x) both count executions");
  }

  @Test
  void ofMinimization_takesTheLesserLimit() {
    assertThat(Budget.ofMinimization("60s", "0"))
        .isEqualTo(new Budget(Duration.ofMinutes(1), Budget.NO_LIMIT));
    assertThat(Budget.ofMinimization("60s", "9")).isEqualTo(new Budget(Duration.ofMinutes(1), 9));
    assertThat(Budget.ofMinimization("3x", "9")).isEqualTo(new Budget(null, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0s", "0x"})
  void ofMinimization_isTurnedOffByZero(String time) {
    assertThat(Budget.ofMinimization(time, "9")).isEqualTo(Budget.NONE);
  }

  @Test
  void ofMinimization_rejectsNegativeValues() {
    assertThatThrownBy(() -> Budget.ofMinimization("-1s", "0"))
        .hasMessageStartingWith("fuzz.minimizetime (-1s) must be a duration such as 60s");
    assertThatThrownBy(() -> Budget.ofMinimization("60s", "-1"))
        .hasMessageStartingWith("fuzz.minimizelimit (-1) must be a number of executions");
  }
}
