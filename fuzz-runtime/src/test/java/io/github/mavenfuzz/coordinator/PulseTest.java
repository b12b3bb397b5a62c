// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {

  @Test
  void silence_isTheTimeSinceTheCounterChanged() {
    AtomicLong executions = new AtomicLong(5);
    Pulse pulse = new Pulse(Duration.ofSeconds(1), executions::get, 1_000);
    assertThat(pulse.silence(1_000)).isZero();
    assertThat(pulse.silence(1_900)).isEqualTo(Duration.ofNanos(900));
    assertThat(pulse.execution()).isEqualTo(5);
    executions.set(6);
    assertThat(pulse.silence(2_000)).isZero();
    assertThat(pulse.silence(2_300)).isEqualTo(Duration.ofNanos(300));
    assertThat(pulse.execution()).isEqualTo(6);
    assertThat(pulse.longest()).isEqualTo(Duration.ofSeconds(1));
  }
}
