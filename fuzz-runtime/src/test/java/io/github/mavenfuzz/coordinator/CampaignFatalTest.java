// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fixtures.Fatal;
import fixtures.Searched;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What campaigns make of targets that end their workers, and of whoever else does. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignFatalTest {
  @TempDir Path directory;

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }

  @Test
  void exit_thatIsInterceptedIsMinimizedInTheSameWorker() throws Exception {
    TestCampaign campaign =
        campaign(Fatal.ExitingInCountedProcesses.class).withCached("long", "x".repeat(300));
    Finding finding = campaign.run().finding();
    assertThat(finding.summary()).isEqualTo("the target called System.exit(0)");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
    assertThat(Files.size(campaign.scratch().resolve("processes")))
        .as("the one that found it, and the one that confirmed it")
        .isEqualTo(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void signal_thatDoesNotComeAgainIsANotice() throws Exception {
    for (String signal : new String[] {"KILL", "SEGV"}) {
      TestCampaign campaign =
          new TestCampaign(Fatal.Signalled.class, directory.resolve(signal))
              .arguments("-Dfixtures.signal=" + signal, "-Dfixtures.once=true")
              .executions(20_000);
      CampaignResult result = campaign.run();
      assertThat(result.findings()).isEmpty();
      assertThat(result.executions()).isEqualTo(20_000);
      assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
      assertThat(campaign.log().lines())
          .filteredOn(line -> line.startsWith("W fuzz"))
          .singleElement()
          .asString()
          .startsWith("W fuzz: a worker was ended (")
          .contains(signal.equals("KILL") ? "exit status 137" : "the JVM crashed: SIGSEGV")
          .endsWith("), but the input passes in another worker: no finding");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void crash_thatASignalMakesEachTimeIsAFindingWhoseReportIsKept() throws Exception {
    TestCampaign campaign =
        campaign(Fatal.Signalled.class)
            .arguments("-Dfixtures.signal=SEGV")
            .withCached("long", "x".repeat(20));
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("crash");
    assertThat(finding.summary()).startsWith("the JVM crashed: SIGSEGV");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
    assertThat(TestCampaign.filesIn(campaign.reports()))
        .anyMatch(file -> finding.trace().contains("is " + file));
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  /** As the tools that end processes ask first: it is the coordinator whom they should ask. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void worker_thatIsAskedToEndGoesOn() throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class).executions(50_000);
    campaign
        .log()
        .onLine(
            "now fuzzing with",
            () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy));
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(50_000).isEqualTo(campaign.counted());
    assertThat(campaign.log().lines()).noneMatch(line -> line.startsWith("W fuzz"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  @DisabledOnOs(OS.WINDOWS)
  void keepGoing_goesOnAfterWorkersOfAllEnds(int parallel) throws Exception {
    TestCampaign campaign =
        campaign(Fatal.InManyWays.class)
            .withCached("c", "crash")
            .withCached("e", "exits")
            .withCached("k", "killed")
            .withCached("t", "thrown")
            .withCached("z", "zzzz")
            .minimize(Budget.NONE)
            .keepGoing(Integer.MAX_VALUE)
            .parallel(parallel)
            .executions(5);
    CampaignResult result = campaign.run();
    assertThat(result.findings())
        .extracting(finding -> finding.kind() + ": " + finding.arguments())
        .containsExactlyInAnyOrder(
            "crash: \"crash\".getBytes(ISO_8859_1)",
            "exit: \"exits\".getBytes(ISO_8859_1)",
            "exit: \"killed\".getBytes(ISO_8859_1)",
            "exception: \"thrown\".getBytes(ISO_8859_1)");
    assertThat(result.executions()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx1m", "-Xmx5m"})
  void worker_withTooLittleMemoryIsAnErrorThatSaysSo(String argument) throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class).arguments(argument).executions(100);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign::run)
        .withMessageMatching(
            "(?s)a worker ended (before it was ready, with exit status 1;.*heap.*"
                + "|without running anything, out of memory: exit status 72;.*)")
        .withMessageContaining(argument);
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
  }
}
