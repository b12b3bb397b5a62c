// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fixtures.Hostile;
import fixtures.Searched;
import fixtures.Watchful;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What campaigns make of ends that may not be the input's doing. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignFaultTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 70, 71, 72, 129, 130, 137, 143})
  void exit_withAStatusOfOursOrOfASignalIsAFinding(int status) throws Exception {
    TestCampaign campaign =
        campaign(Hostile.ExitingAs.class)
            .arguments("-Dfixtures.status=" + status)
            .minimize(new Budget(null, 2))
            .executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("exit");
    assertThat(finding.summary()).endsWith("exit status " + status);
    assertThat(finding.trace()).endsWith("\nits output:\nleaving");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSizeGreaterThan(5);
  }

  @Test
  void crash_isOnDiskBeforeItIsMinimized() throws Exception {
    TestCampaign campaign =
        campaign(Searched.CountedAndFailing.class).withCached("long", "x".repeat(300));
    List<Path> files = new ArrayList<>();
    campaign.log().onLine("minimizing", () -> files.addAll(filesIn(campaign.seeds())));
    Finding finding = campaign.run().finding();
    assertThat(files).hasSize(1);
    assertThat(TestCampaign.filesIn(campaign.seeds())).containsExactly(finding.file());
    assertThat(finding.file()).isNotEqualTo(files.get(0));
  }

  private static List<Path> filesIn(Path directory) {
    try {
      return TestCampaign.filesIn(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void slowLeak_isNoFindingOfTheInputThatMetIt() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.LeakingSlowly.class).arguments("-Xmx24m").executions(1_500);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(1_500);
    assertThat(campaign.log().lines())
        .anyMatch(
            line ->
                line.matches("W .*OutOfMemoryError.* passes in another: no finding")
                    || line.contains("keeps memory"));
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
  }

  @Test
  void worker_whoseThreadsAreUsedUpIsReplacedInTime() throws Exception {
    TestCampaign campaign = campaign(Hostile.LeakingThreads.class).unseeded().executions(1_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(1_000);
    assertThat(campaign.log().lines())
        .filteredOn(line -> line.startsWith("W fuzz"))
        .containsExactly(
            "W fuzz: the target starts threads that do not end: its workers are replaced now and"
                + " then");
  }

  @Test
  void worker_whoseMemoryIsUsedUpIsReplacedInTime() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.LeakingSlowly.class)
            .arguments("-Xmx100m", "-Dfixtures.leak=64")
            .unseeded()
            .executions(3_000_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(3_000_000);
    assertThat(campaign.log().lines())
        .containsOnlyOnce(
            "W fuzz: the target keeps memory that its executions take: its workers are replaced"
                + " now and then");
  }

  @Test
  void memoryOfOneExecution_isNotUsedUp() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.FillingForAMoment.class).arguments("-Xmx64m").unseeded().executions(100);
    CampaignResult result = campaign.run();
    assertThat(result.executions()).isEqualTo(100);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("keeps memory"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void kill_thatHappensAgainIsAFinding() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.KillingItself.class).minimize(new Budget(null, 2)).executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("exit");
    assertThat(finding.trace()).contains("exit status 137").contains("Something killed it");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSizeGreaterThan(5);
  }

  @Test
  void crashOfTheJvm_isAMinimizedFindingWhoseReportIsKept() throws Exception {
    TestCampaign campaign = campaign(Hostile.Crashing.class).withCached("long", "x".repeat(20));
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("crash");
    assertThat(finding.summary()).startsWith("the JVM crashed: ");
    assertThat(finding.trace()).contains("\tat sun.misc.Unsafe.putInt");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
    assertThat(TestCampaign.filesIn(campaign.reports()))
        .anyMatch(file -> file.getFileName().toString().matches("hs_err-[0-9a-f]{16}.log"))
        .allMatch(file -> finding.trace().contains(campaign.reports().toString()));
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stoppedWorker_isReplaced() throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class).executions(20_000).timeout(Duration.ofSeconds(1));
    campaign
        .log()
        .onLine(
            "now fuzzing with",
            () -> ProcessHandle.current().descendants().forEach(CampaignFaultTest::stop));
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(20_000);
    assertThat(campaign.log().lines())
        .contains("W fuzz: a worker gave no sign of life for 8s: it is ended");
  }

  private static void stop(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void slowExecution_isCountedAndKept() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.Slow.class)
            .timeout(Duration.ofSeconds(5))
            .withSeed("a", "first, so that its worker is cold")
            .withSeed("b", "slow")
            .withSeed("c", "fast, as it is longer")
            .executions(3);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(TestCampaign.bytesOf(campaign.reports().resolve("slowest")))
        .asString()
        .isEqualTo("slow");
    assertThat(campaign.log().lines())
        .anyMatch(
            line ->
                line.matches(
                    "W fuzz: 1 execution took longer than a tenth of fuzz.timeout \\(5s\\); it"
                        + " took [0-9.]+s, with the input in reports.slowest"));
  }

  @Test
  void targetThatNoticesWhenItIsWatched_noticesNothing() throws Exception {
    TestCampaign campaign =
        campaign(Watchful.class).arguments("-Xmx64m").unseeded().executions(100);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(100);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("OutOfMemory"));
  }

  @Test
  void memoryThatRunsOutInTwoPlaces_isTwoFindings() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.OutOfMemoryTwice.class)
            .arguments("-Xmx64m")
            .minimize(new Budget(null, 30))
            .keepGoing(2)
            .withCached("giant", "abcdefgh")
            .withCached("hoard", "abc")
            .executions(1_000);
    List<Finding> findings = campaign.run().findings();
    assertThat(findings).extracting(Finding::kind).containsOnly("out of memory").hasSize(2);
    assertThat(findings)
        .filteredOn(finding -> finding.trace().contains(".giant("))
        .singleElement()
        .matches(finding -> lengthIn(finding.file()) == 6);
    assertThat(findings)
        .filteredOn(finding -> finding.trace().contains(".hoard("))
        .singleElement()
        .matches(finding -> lengthIn(finding.file()) <= 3);
  }

  private static int lengthIn(Path file) {
    try {
      return TestCampaign.bytesOf(file).length;
    } catch (IOException | MalformedEntryException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void memoryOfClasses_thatAnInputTakesIsAFinding() throws Exception {
    Finding finding =
        campaign(Hostile.OutOfMetaspace.class)
            .arguments("-XX:MaxMetaspaceSize=48m")
            .timeout(Duration.ofSeconds(30))
            .minimize(new Budget(null, 2))
            .executions(1_000)
            .run()
            .finding();
    assertThat(finding.kind()).isEqualTo("out of memory");
    assertThat(finding.summary()).isEqualTo("java.lang.OutOfMemoryError: Metaspace");
    assertThat(finding.trace()).contains("OutOfMetaspace.fuzzerTestOneInput");
  }

  @Test
  void output_thatIsTakenAwayIsBackForTheNextExecution() throws Exception {
    CampaignResult result =
        campaign(Hostile.TakingTheOutput.class).unseeded().executions(1_000).run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(1_000);
  }

  @Test
  void exceptionWithoutFrames_isAFindingLikeOthers() throws Exception {
    Finding finding =
        campaign(Hostile.ThrowingWithoutFrames.class).executions(10_000).run().finding();
    assertThat(finding.summary()).endsWith("nowhere");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
  }

  @Test
  void threads_ofOursCannotBeInterrupted() throws Exception {
    TestCampaign campaign = campaign(Hostile.InterruptingAll.class).unseeded().executions(3_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(3_000);
  }

  @Test
  void classThatCannotBeInstrumented_runsAsItIsWithOneNotice() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.InstrumentedAlready.class).parallel(2).unseeded().executions(10_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(10_000);
    assertThat(campaign.log().lines())
        .filteredOn(line -> line.contains("cannot be instrumented"))
        .singleElement()
        .asString()
        .startsWith(
            "W fuzz: a class cannot be instrumented, and runs unseen:"
                + " fixtures.Hostile$InstrumentedAlready (java.lang.IllegalStateException: ");
  }

  @Test
  void jvm_thatTheTargetChangesMakesNoDifference() throws Exception {
    TestCampaign campaign = campaign(Hostile.Changing.class).executions(100_000);
    CampaignResult result = campaign.run();
    Finding finding = result.finding();
    assertThat(finding.summary()).isEqualTo("java.lang.IllegalStateException: \u0666");
    assertThat(finding.trace())
        .startsWith("java.lang.IllegalStateException: \u0666\n\tat fixtures.Hostile$Changing");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
    assertThat(campaign.log().lines())
        .noneMatch(line -> line.startsWith("W fuzz"))
        .noneMatch(line -> line.contains("Flaky"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void memoryOfAnyKind_thatAnInputTakesIsAFinding(boolean direct) throws Exception {
    TestCampaign campaign =
        campaign(Hostile.OutOfOtherMemory.class)
            .arguments("-Xmx64m", "-Dfixtures.direct=" + direct)
            .executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("out of memory");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(4);
  }

  @Test
  void setUp_thatNeverEndsIsAnErrorWithItsStack() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.HangingInitializer.class).setUpTimeout(Duration.ofSeconds(1));
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign::run)
        .withMessageContaining("setting the target up took longer than 1000 ms (fuzz.setuptimeout)")
        .withMessageContaining("Hostile$HangingInitializer.waitForEver");
  }

  @Test
  void poisonedClass_isOneFinding() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.Poisoned.class).keepGoing(Integer.MAX_VALUE).executions(20_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).hasSize(1);
    assertThat(result.finding().trace()).contains("NumberFormatException");
    assertThat(result.executions()).isEqualTo(20_000);
  }

  @Test
  void keepGoing_findsEveryKindAndCountsTheRest() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.ManyBugs.class)
            .keepGoing(4)
            .timeout(Duration.ofMillis(500))
            .executions(10_000_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings())
        .extracting(Finding::kind)
        .containsExactlyInAnyOrder("exception", "exception", "exit", "timeout");
    assertThat(result.findings())
        .extracting(Finding::file)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(TestCampaign.filesIn(campaign.seeds())).hasSize(4);
    assertThat(campaign.log().lines())
        .contains("I fuzz: 4 distinct findings, 0 ignored:")
        .anyMatch(line -> line.matches("I   [0-9a-f]{16}  exit .*System.exit\\(3\\)"));
  }

  @Test
  void keepGoing_withoutAFindingPrintsNoTable() throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class).keepGoing(Integer.MAX_VALUE).executions(1_000);
    assertThat(campaign.run().findings()).isEmpty();
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("distinct findings"));
  }

  @Test
  void keepGoing_countsRepeatsInsteadOfReportingThem() throws Exception {
    TestCampaign campaign =
        campaign(Searched.CountedAndFailing.class).keepGoing(Integer.MAX_VALUE).executions(20_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).hasSize(1);
    assertThat(result.executions()).isEqualTo(20_000);
    assertThat(campaign.counted()).isEqualTo(20_000 + TestCampaign.CONFIRMATION);
    assertThat(campaign.log().lines()).filteredOn(line -> line.startsWith("E --- FAIL")).hasSize(1);
    assertThat(campaign.log().lines())
        .anyMatch(
            line -> line.matches("I   [0-9a-f]{16}  exception +[0-9.]+s +[0-9]{2,} +seeds/.*"));
  }

  @Test
  void keepGoing_doesNotReportAgainWhatASeedFails() throws Exception {
    TestCampaign campaign =
        campaign(Searched.CountedAndFailing.class)
            .withSeed("known", "x".repeat(30))
            .keepGoing(2)
            .executions(20_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).extracting(Finding::name).containsExactly("known");
    assertThat(TestCampaign.filesIn(campaign.seeds())).hasSize(1);
    assertThat(result.executions()).isEqualTo(20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IllegalStateException", "java.lang.IllegalStateException"})
  void ignored_isCountedAndNoFinding(String name) throws Exception {
    TestCampaign campaign = campaign(Searched.TwoBugs.class).ignoring(name).executions(5_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(5_000);
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
    assertThat(campaign.log().lines())
        .contains("I fuzz: 0 distinct findings, 2 ignored:")
        .anyMatch(line -> line.contains("(ignored)"));
  }

  @Test
  void ignored_byItsIdentityIsNoFindingEither() throws Exception {
    String identity =
        campaign(Searched.CountedAndFailing.class).executions(5_000).run().finding().identity();
    TestCampaign again =
        new TestCampaign(Searched.CountedAndFailing.class, directory.resolve("again"))
            .ignoring(identity)
            .executions(5_000);
    CampaignResult result = again.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(5_000);
    assertThat(again.log().lines()).contains("I fuzz: 0 distinct findings, 1 ignored:");
  }

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }
}
