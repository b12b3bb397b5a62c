// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fixtures.Hostile;
import fixtures.Searched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What campaigns make of failures of seeds, cached entries, inputs and workers. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignFailureTest {
  @TempDir Path directory;

  @Test
  void failingSeed_isReportedByNameAndAsItIs() throws Exception {
    TestCampaign campaign =
        campaign(Searched.CountedAndFailing.class)
            .withSeed("good", "abc")
            .withSeed("too-long", "0123456789abcdef");
    CampaignResult result = campaign.run();
    Finding finding = result.finding();
    assertThat(finding.name()).isEqualTo("too-long");
    assertThat(finding.file()).isNull();
    assertThat(finding.arguments()).contains("0123456789abcdef");
    assertThat(TestCampaign.filesIn(campaign.seeds())).hasSize(2);
    assertThat(TestCampaign.filesIn(campaign.cache())).isEmpty();
    assertThat(campaign.log().lines())
        .contains(
            "E failure while testing seed corpus entry:"
                + " Searched$CountedAndFailing#fuzzerTestOneInput/too-long")
        .noneMatch(line -> line.contains("minimizing"))
        .noneMatch(line -> line.contains("Failing input written"));
    assertThat(result.executions()).isEqualTo(campaign.counted()).isEqualTo(2);
  }

  @Test
  void failingCacheEntry_isANewMinimizedFinding() throws Exception {
    TestCampaign campaign =
        campaign(Searched.CountedAndFailing.class).withCached("old", "x".repeat(500));
    CampaignResult result = campaign.run();
    Finding finding = result.finding();
    assertThat(finding.file()).hasParent(campaign.seeds());
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(11);
    assertThat(campaign.log().lines())
        .anyMatch(line -> line.matches("I fuzz: minimizing \\d+-byte failing input file"))
        .contains("E     Failing input written to seeds/" + finding.name())
        .contains(
            "E     mvn fuzz:replay"
                + " -Dfuzz.target='Searched$CountedAndFailing#fuzzerTestOneInput' -Dfuzz.input="
                + finding.name());
    assertThat(result.executions()).isEqualTo(campaign.counted() - TestCampaign.CONFIRMATION);
  }

  @Test
  void minimization_keepsTheSameFailure() throws Exception {
    TestCampaign campaign = campaign(Searched.TwoBugs.class).withCached("long", "x".repeat(300));
    Finding finding = campaign.run().finding();
    assertThat(finding.summary()).endsWith("too long: 21");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(21);
  }

  @Test
  void minimization_canBeOff() throws Exception {
    TestCampaign campaign =
        campaign(Searched.CountedAndFailing.class)
            .withCached("long", "x".repeat(300))
            .minimize(Budget.NONE);
    CampaignResult result = campaign.run();
    assertThat(TestCampaign.bytesOf(result.finding().file())).hasSize(300);
    assertThat(result.executions()).isEqualTo(1);
    assertThat(campaign.counted()).isEqualTo(1 + TestCampaign.CONFIRMATION);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("minimizing"));
  }

  @Test
  void minimizeLimit_isExact() throws Exception {
    TestCampaign campaign =
        campaign(Searched.CountedAndFailing.class)
            .withCached("long", "x".repeat(300))
            .minimize(new Budget(null, 3));
    CampaignResult result = campaign.run();
    assertThat(result.executions()).isEqualTo(1 + 3);
    assertThat(campaign.counted()).isEqualTo(1 + 3 + TestCampaign.CONFIRMATION);
    assertThat(TestCampaign.bytesOf(result.finding().file())).hasSizeLessThan(300);
  }

  @Test
  void malformedSeed_isAnErrorWithFileAndLine() throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class).withSeed("broken", "maven fuzz v1\nbyte[](1)\n");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign::run)
        .withMessageContaining(campaign.seeds().resolve("broken").toString())
        .withMessageContaining("line 2");
  }

  @Test
  void staleCacheEntries_areSkippedWithOneNoticeAndKept() throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class)
            .withCached("a-stale", "maven fuzz v1\nint(1)\n")
            .withCached("b-broken", "maven fuzz v1\n?")
            .withCached("c-good", "abc")
            .executions(1);
    campaign.run();
    assertThat(campaign.log().lines())
        .filteredOn(line -> line.startsWith("W "))
        .singleElement()
        .asString()
        .contains("skipped 2 malformed or stale cache entries")
        .contains("a-stale");
    assertThat(campaign.log().lines()).anyMatch(line -> line.contains("0/1 completed"));
    assertThat(TestCampaign.filesIn(campaign.cache())).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Hostile.Exiting.class,
        Hostile.Halting.class,
        Hostile.ExitingElsewhere.class,
        Hostile.ExitingQuietly.class,
        Hostile.ExitingByReference.class
      })
  void exit_isAMinimizedFindingWithTheStackThatCalledIt(Class<?> target) throws Exception {
    TestCampaign campaign = campaign(target).executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("exit");
    assertThat(finding.summary())
        .matches("the target called (System.exit|Runtime.exit|Runtime.halt)\\(\\d\\)");
    assertThat(finding.trace())
        .contains("\tat fixtures.Hostile$")
        .doesNotContain("mavenfuzz", "$MavenFuzz");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  @Test
  void exit_ofACachedEntryBlamesThatEntry() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.Exiting.class)
            .withCached("a", "a")
            .withCached("b", "b")
            .withCached("c", "exits, as it is longer")
            .withCached("d", "d")
            .minimize(Budget.NONE);
    CampaignResult result = campaign.run();
    assertThat(result.finding().kind()).isEqualTo("exit");
    assertThat(TestCampaign.bytesOf(result.finding().file()))
        .asString()
        .isEqualTo("exits, as it is longer");
    // The smaller come first.
    assertThat(result.executions()).isEqualTo(4);
  }

  @Test
  void exceptionOnAThreadOfTheTargets_isAFinding() throws Exception {
    TestCampaign campaign = campaign(Hostile.ThrowingElsewhere.class).executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.summary()).isEqualTo("java.lang.IllegalStateException: elsewhere");
    assertThat(finding.trace()).contains("Hostile$ThrowingElsewhere.check");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSizeGreaterThan(5);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  @Test
  void exit_ofASeedIsAFailureOfThatSeed() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.Exiting.class).withSeed("a", "a").withSeed("leaves", "123456");
    Finding finding = campaign.run().finding();
    assertThat(finding.name()).isEqualTo("leaves");
    assertThat(finding.file()).isNull();
  }

  @Test
  void hang_isAFindingWithTheExactInputAndTheStack() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.Hanging.class)
            .timeout(Duration.ofSeconds(1))
            .minimize(Budget.NONE)
            .executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("timeout");
    assertThat(finding.summary()).isEqualTo("an execution took longer than 1000 ms (fuzz.timeout)");
    assertThat(finding.trace())
        .contains("\tat ")
        .contains("fixtures.Hostile$Hanging.fuzzerTestOneInput(Hostile.java:")
        .doesNotContain("io.github.mavenfuzz");
    assertThat(TestCampaign.bytesOf(finding.file()))
        .isEqualTo(Files.readAllBytes(campaign.scratch().resolve("input")));
  }

  @Test
  void hang_isMinimizedWithAWorkerForEachThatHangs() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.Hanging.class)
            .timeout(Duration.ofMillis(200))
            .withCached("long", "x".repeat(40));
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("timeout");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
    assertThat(campaign.log().lines())
        .contains("I fuzz: minimizing 65-byte failing input file")
        .noneMatch(line -> line.contains("Flaky"));
  }

  @Test
  void hang_whileACrashIsMinimizedKeepsTheCrashAndGoesOn() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.HangingInMinimizer.class)
            .timeout(Duration.ofSeconds(1))
            .withCached("long", "0123456789");
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("exception");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
  }

  @Test
  void stackOverflow_isMinimized() throws Exception {
    Finding finding = campaign(Hostile.Recurring.class).executions(1_000_000).run().finding();
    assertThat(finding.kind()).isEqualTo("stack overflow");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(4);
    assertThat(finding.trace().lines()).hasSizeLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(classes = {Hostile.OutOfMemory.class, Hostile.Leaking.class})
  void outOfMemory_isAFinding(Class<?> target) throws Exception {
    Finding finding =
        campaign(target)
            .arguments("-Xmx24m")
            .minimize(new Budget(null, 20))
            .executions(1_000_000)
            .run()
            .finding();
    assertThat(finding.kind()).isEqualTo("out of memory");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSizeGreaterThan(3);
    assertThat(finding.trace()).doesNotContain("java.lang.invoke", "io.github.mavenfuzz");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000})
  void failureThatPassesAgain_isAFindingThatIsCalledFlaky(long minimizations) throws Exception {
    TestCampaign campaign =
        campaign(Hostile.FailingOnce.class)
            .withCached("long", "0123456789")
            .minimize(new Budget(null, minimizations))
            .executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo("0123456789");
    assertThat(campaign.log().lines())
        .anyMatch(line -> line.contains("Flaky: the same input failed in 0 of 10 replays"));
  }

  @Test
  void failureThatFailsAgain_isNotCalledFlaky() throws Exception {
    TestCampaign campaign = campaign(Searched.TwoBugs.class).withCached("long", "x".repeat(30));
    campaign.run();
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  @Test
  void assumption_isNoFailure() throws Exception {
    CampaignResult result = campaign(Hostile.Assuming.class).executions(2_000).run();
    assertThat(result.finding()).isNull();
    assertThat(result.executions()).isEqualTo(2_000);
  }

  @Test
  void output_ofTheTargetDisturbsNothing() throws Exception {
    CampaignResult result = campaign(Hostile.Printing.class).executions(2_000).run();
    assertThat(result.finding()).isNull();
    assertThat(result.executions()).isEqualTo(2_000);
  }

  @Test
  void arrays_thatTheTargetKeepsAndChangesAreItsOwn() throws Exception {
    TestCampaign campaign = campaign(Hostile.Scribbling.class).executions(10_000_000);
    Finding finding = campaign.run().finding();
    assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo("XY");
    assertThat(campaign.cachedInputs())
        .anyMatch(input -> input.length > 1 && input[0] == 'X')
        .noneMatch(input -> Arrays.equals(input, new byte[] {0x55, 0x55}));
  }

  @Test
  void killedWorker_isReplaced() throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class).executions(50_000);
    campaign
        .log()
        .onLine(
            "now fuzzing with",
            () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly));
    CampaignResult result = campaign.run();
    assertThat(result.finding()).isNull();
    assertThat(result.executions()).isEqualTo(50_000);
    assertThat(campaign.counted()).isBetween(50_000L, 50_000L + TestCampaign.CONFIRMATION);
    assertThat(campaign.log().lines())
        .anyMatch(line -> line.matches("W fuzz: a worker was .* exit status 137.*"));
  }

  @Test
  void workerThatCannotStart_isAnErrorWithItsCommandAndOutput() throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class).arguments("-XX:+NoSuchFlag");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign::run)
        .withMessageContaining("a worker ended before it was ready, with exit status 1")
        .withMessageContaining("\"-XX:+NoSuchFlag\"")
        .withMessageContaining("Unrecognized VM option 'NoSuchFlag'");
    assertThat(campaign.log().lines()).isEmpty();
  }

  @Test
  void missingJava_isAnError() throws Exception {
    Path missing = directory.resolve("jdk/bin/java");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign(Searched.Counted.class).java(missing)::run)
        .withMessageContaining("cannot start a worker with " + missing);
  }

  @Test
  void targetThatCannotBeSetUp_isAnErrorAndNoFinding() throws Exception {
    TestCampaign exiting = campaign(Hostile.ExitingInitializer.class);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(exiting::run)
        .withMessageContaining("with exit status 5")
        .withMessageContaining("no license")
        .withMessageContaining("\"-Dfixtures.scratch=" + exiting.scratch());
    TestCampaign failing = campaign(Hostile.FailingInitializer.class);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(failing::run)
        .withMessageContaining("Hostile$FailingInitializer#fuzzerTestOneInput cannot be set up")
        .withMessageContaining("no license, says \\u001b[31mred");
    TestCampaign missing = campaign(Hostile.class);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(missing::run)
        .withMessageContaining("NoSuchMethodException");
    assertThat(TestCampaign.filesIn(exiting.seeds())).isEmpty();
  }

  @Test
  void cacheThatIsRemovedMeanwhile_isNoDeadlock() throws Exception {
    TestCampaign campaign =
        campaign(Hostile.RemovingTheCache.class)
            .filter(List.of(), List.of("org.**", "com.google.**"))
            .executions(2_000);
    assertThat(campaign.run().executions()).isEqualTo(2_000);
  }

  @Test
  void cacheThatCannotBeWritten_isAnError() throws Exception {
    TestCampaign campaign = campaign(Searched.NestedIfs.class).executions(20_000_000);
    campaign.log().onLine("now fuzzing with", () -> replaceByFile(campaign.cache()));
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign::run)
        .withMessageContaining("cannot write to the cache " + campaign.cache())
        .withMessageContaining("fuzz.cachedir");
  }

  @Test
  void findingThatCannotBeWrittenToTheSeeds_goesToTheCache() throws Exception {
    TestCampaign campaign = campaign(Searched.CountedAndFailing.class).executions(1_000_000);
    campaign.log().onLine("now fuzzing with", () -> replaceByFile(campaign.seeds()));
    Finding finding = campaign.run().finding();
    assertThat(finding.file()).hasParent(campaign.cache());
    assertThat(campaign.log().lines())
        .anyMatch(line -> line.startsWith("W fuzz: cannot write to " + campaign.seeds()));
  }

  private static void replaceByFile(Path emptyDirectory) {
    try {
      Files.delete(emptyDirectory);
      Files.writeString(emptyDirectory, "not a directory");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }

  @Test
  void interruptedThread_isNoFinding() throws Exception {
    CampaignResult result = campaign(Hostile.Interrupting.class).executions(5_000).run();
    assertThat(result.finding()).isNull();
    assertThat(result.executions()).isEqualTo(5_000);
  }

  @Test
  void exitStatusOfASignal_isAFinding() throws Exception {
    TestCampaign campaign = campaign(Hostile.ExitingAsIfInterrupted.class).executions(5_000);
    CampaignResult result = campaign.run();
    assertThat(result.finding()).isNotNull();
    assertThat(result.finding().kind()).isEqualTo("exit");
  }
}
