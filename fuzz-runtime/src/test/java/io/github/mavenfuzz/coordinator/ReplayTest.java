// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fixtures.Hostile;
import fixtures.Searched;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplayTest {
  @TempDir Path directory;

  @Test
  void passingInput_isRunOnceWithoutAFinding() throws Exception {
    TestCampaign campaign = campaign(Searched.CountedAndFailing.class);
    ReplayResult result = campaign.replay("abc");
    assertThat(result.finding()).isNull();
    assertThat(result.name()).isEqualTo("input");
    assertThat(result.arguments()).contains("abc");
    assertThat(campaign.counted()).isEqualTo(1);
  }

  @Test
  void failingInput_isAFindingAndWritesNothing() throws Exception {
    TestCampaign campaign = campaign(Searched.CountedAndFailing.class);
    ReplayResult result = campaign.replay("maven fuzz v1\nbyte[](\"0123456789ab\")\n");
    assertThat(result.finding().kind()).isEqualTo("exception");
    assertThat(result.finding().summary()).endsWith("too long");
    assertThat(result.finding().file()).isNull();
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
    assertThat(TestCampaign.filesIn(campaign.cache())).isEmpty();
  }

  @Test
  void failure_isTheSameAsInACampaign() throws Exception {
    TestCampaign campaign = campaign(Searched.CountedAndFailing.class);
    Finding found = campaign.executions(1_000_000).run().finding();
    Finding replayed = campaign.replay("x".repeat(50)).finding();
    assertThat(replayed.identity()).isEqualTo(found.identity());
    assertThat(replayed.trace()).isEqualTo(found.trace());
  }

  @Test
  void exit_isAFinding() throws Exception {
    ReplayResult result = campaign(Hostile.Exiting.class).replay("123456");
    assertThat(result.finding().kind()).isEqualTo("exit");
    assertThat(result.finding().summary()).isEqualTo("the target called System.exit(3)");
  }

  @Test
  void hang_isAFinding() throws Exception {
    ReplayResult result =
        campaign(Hostile.Hanging.class).timeout(Duration.ofSeconds(1)).replay("123456");
    assertThat(result.finding().kind()).isEqualTo("timeout");
    assertThat(result.finding().trace()).contains("Hostile$Hanging.fuzzerTestOneInput");
  }

  @Test
  void malformedInput_isAnErrorWithItsLine() throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(() -> campaign.replay("maven fuzz v1\n\nint(3)\n"))
        .withMessageContaining("malformed input input, ")
        .withMessageContaining("line 3");
  }

  @Test
  void targetThatCannotBeSetUp_isAnErrorAndNoFinding() throws Exception {
    TestCampaign failing = campaign(Hostile.FailingInitializer.class);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(() -> failing.replay("a"))
        .withMessageContaining("no license");
    TestCampaign exiting = campaign(Hostile.ExitingInitializer.class);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(() -> exiting.replay("a"))
        .withMessageContaining("exit status 5")
        .withMessageContaining("no license");
  }

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }
}
