// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Hostile;
import fixtures.Threaded;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What campaigns make of what happens on threads that targets start. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignThreadsTest {
  @TempDir Path directory;

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }

  @Test
  void deadlock_isATimeoutWithTheStacksOfAllThreads() throws Exception {
    TestCampaign campaign =
        campaign(Threaded.Deadlocking.class)
            .timeout(Duration.ofSeconds(1))
            .minimize(Budget.NONE)
            .withCached("long", "deadlock");
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("timeout");
    assertThat(finding.trace())
        .contains("\"main\" BLOCKED\n\tat fixtures.Threaded$Deadlocking.fuzzerTestOneInput(")
        .containsPattern("\"Thread-\\d+\" BLOCKED\n\tat fixtures.Threaded\\$Deadlocking.lockRight");
    assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo("deadlock");
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  @Test
  void exception_thatTheTargetsOwnHandlerWouldHideIsAFinding() throws Exception {
    TestCampaign campaign = campaign(Threaded.ReplacingTheHandler.class).executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.summary()).isEqualTo("java.lang.IllegalStateException: uncaught");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  /** Where nothing else is to be run there is time to wait. */
  @Test
  void replay_waitsForTheThreadsOfItsInput() throws Exception {
    Finding finding = campaign(Threaded.ThrowingLate.class).replay("any").finding();
    assertThat(finding.summary()).isEqualTo("java.lang.IllegalStateException: late");
  }

  /** Waiting is a part of the execution: it must not be what takes too long. */
  @Test
  void replay_doesNotWaitUntilTheTimeIsOver() throws Exception {
    TestCampaign campaign = campaign(Hostile.LeakingThreads.class).timeout(Duration.ofMillis(500));
    assertThat(campaign.replay("any").finding()).isNull();
  }
}
