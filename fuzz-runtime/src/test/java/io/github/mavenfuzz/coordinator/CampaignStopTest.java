// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Hostile;
import fixtures.Searched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns that are stopped: they would run for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignStopTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"gathering baseline coverage: 0/1", "now fuzzing with"})
  void stop_endsTheCampaignWithoutAFinding(String line) throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class).parallel(2);
    CampaignResult result = stopAt(campaign, line);
    assertThat(result.finding()).isNull();
    assertThat(result.interrupted()).isTrue();
    assertThat(result.executions()).isEqualTo(campaign.counted());
  }

  @Test
  void stop_beforeTheStartIsHeeded() throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class);
    Coordinator coordinator = campaign.coordinator();
    coordinator.stop();
    CampaignResult result = TestCampaign.run(coordinator);
    assertThat(result.interrupted()).isTrue();
    assertThat(result.executions()).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stop_whileAWorkerDoesNotComeDoesNotWaitForIt() throws Exception {
    Path java = directory.resolve("java");
    Path started = directory.resolve("started");
    Files.writeString(java, "#!/bin/sh\n: > '%s'\nexec sleep 1000\n".formatted(started));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    CampaignResult result = stopOnce(campaign(Searched.Counted.class).java(java), started);
    assertThat(result.interrupted()).isTrue();
    assertThat(result.executions()).isZero();
  }

  @Test
  void stop_whileTheTargetIsSetUpDoesNotWaitForIt() throws Exception {
    TestCampaign campaign = campaign(Hostile.HangingInitializer.class);
    CampaignResult result = stopOnce(campaign, campaign.scratch().resolve("initializing"));
    assertThat(result.interrupted()).isTrue();
    assertThat(result.finding()).isNull();
  }

  @Test
  void stop_whileAnEntryHangsDoesNotWaitForIt() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.Hanging.class)
            .timeout(Duration.ofMinutes(10))
            .withSeed("hangs", "123456789");
    CampaignResult result = stopAt(campaign, "gathering baseline coverage: 0/1");
    assertThat(result.interrupted()).isTrue();
    assertThat(result.finding()).isNull();
  }

  @Test
  void stop_whileACrashIsMinimizedReportsIt() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.HangingInMinimizer.class)
            .timeout(Duration.ofMinutes(10))
            .withCached("long", "0123456789");
    CampaignResult result = stopAt(campaign, "minimizing");
    assertThat(result.interrupted()).isTrue();
    assertThat(TestCampaign.bytesOf(result.finding().file())).asString().isEqualTo("0123456789");
    assertThat(campaign.log().lines()).anyMatch(line -> line.contains("Failing input written to"));
  }

  private static CampaignResult stopAt(TestCampaign campaign, String line) throws Exception {
    Coordinator coordinator = campaign.coordinator();
    campaign.log().onLine(line, coordinator::stop);
    return TestCampaign.run(coordinator);
  }

  /** As soon as there is that file. */
  private static CampaignResult stopOnce(TestCampaign campaign, Path file) throws Exception {
    Coordinator coordinator = campaign.coordinator();
    Thread stopping =
        new Thread(
            () -> {
              while (Files.notExists(file)) {
                LockSupport.parkNanos(1_000_000);
              }
              coordinator.stop();
            });
    stopping.setDaemon(true);
    stopping.start();
    return TestCampaign.run(coordinator);
  }

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }
}
