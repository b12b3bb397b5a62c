// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Searched;
import io.github.mavenfuzz.protocol.Technique;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns that look for something: what they find, in how many executions. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignSearchTest {
  @TempDir Path directory;

  @Test
  void coverage_leadsToWhatChanceNeverFinds() throws Exception {
    CampaignResult result = campaign(Searched.NestedIfs.class).executions(20_000_000).run();
    Finding finding = result.finding();
    assertThat(finding).isNotNull();
    assertThat(finding.kind()).isEqualTo("exception");
    assertThat(finding.summary()).isEqualTo("java.lang.IllegalStateException: found");
    assertThat(finding.trace()).contains("fixtures.Searched$NestedIfs.fuzzerTestOneInput(");
    assertThat(finding.trace()).doesNotContain("io.github.mavenfuzz");
    assertThat(finding.identity()).matches("[0-9a-f]{16}");
    assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo("FUZZING!");
    assertThat(finding.file()).hasParent(directory.resolve("seeds"));
    assertThat(finding.name()).isEqualTo(finding.file().getFileName().toString());
    assertThat(result.interesting()).isPositive();
    assertThat(TestCampaign.filesIn(directory.resolve("cache"))).hasSize(result.interesting());
    assertThat(result.interrupted()).isFalse();
  }

  @Test
  void comparisons_leadThroughMagicValues() throws Exception {
    CampaignResult result = campaign(Searched.Guarded.class).seed(3).executions(300_000).run();
    assertThat(result.findings()).hasSize(1);
    byte[] input = TestCampaign.bytesOf(result.finding().file());
    assertThat(HexFormat.of().formatHex(input)).startsWith("cafed00d8877665544332211");
    assertThat(new String(input, StandardCharsets.ISO_8859_1))
        .containsIgnoringCase("content-length;48611;");
  }

  @Test
  void names_leadToWhatIsLookedForByThem() throws Exception {
    CampaignResult result = campaign(Searched.Named.class).executions(8_000).run();
    assertThat(result.findings()).hasSize(1);
    assertThat(TestCampaign.bytesOf(result.finding().file()))
        .asString()
        .contains("tenant=", "approver=", "ceiling=");
  }

  @Test
  void tables_areReadBehindViews() throws Exception {
    CampaignResult result = campaign(Searched.Listed.class).executions(100_000).run();
    assertThat(result.findings()).hasSize(1);
    assertThat(TestCampaign.bytesOf(result.finding().file())).asString().startsWith("octarine");
  }

  @Test
  void checksums_areMendedLast() throws Exception {
    CampaignResult result = campaign(Searched.Checksummed.class).executions(5_000_000).run();
    assertThat(result.findings()).hasSize(1);
    assertThat(TestCampaign.bytesOf(result.finding().file()))
        .asString(StandardCharsets.ISO_8859_1)
        .startsWith("PK");
  }

  @Test
  void checksums_areMendedWhereNothingNewIsBehindThem() throws Exception {
    CampaignResult result = campaign(Searched.Sealed.class).executions(5_000_000).run();
    assertThat(result.findings()).hasSize(1);
    assertThat(TestCampaign.bytesOf(result.finding().file()))
        .asString(StandardCharsets.ISO_8859_1)
        .matches("\\+?0*2;\\+?0*(29|30)\\d\\d;\\+?0*\\d+");
  }

  @Test
  void progress_leadsOnWhereCoverageIsFlat() throws Exception {
    CampaignResult result = campaign(Searched.Deep.class).executions(5_000_000).run();
    assertThat(result.findings()).hasSize(1);
    assertThat(TestCampaign.bytesOf(result.finding().file())).containsOnly('[').hasSize(101);
  }

  @Test
  void comparisons_leadThroughWhatWasDecoded() throws Exception {
    CampaignResult result = campaign(Searched.Decoded.class).executions(5_000_000).run();
    assertThat(result.findings()).hasSize(1);
    assertThat(TestCampaign.bytesOf(result.finding().file()))
        .asString(StandardCharsets.ISO_8859_1)
        .isEqualTo("czNjcjN0LXRva2Vu");
  }

  @Test
  void compressedData_isSearchedForWhatItHolds() throws Exception {
    CampaignResult result = campaign(Searched.Compressed.class).executions(1_000_000).run();
    assertThat(result.findings()).hasSize(1);
    byte[] input = TestCampaign.bytesOf(result.finding().file());
    try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(input))) {
      assertThat(inflated.readAllBytes()).asString(StandardCharsets.ISO_8859_1).contains("secret");
    }
  }

  @Test
  void progress_isToBeSomewhereElseInATable() throws Exception {
    CampaignResult result = campaign(Searched.Labyrinth.class).executions(5_000_000).run();
    assertThat(result.findings()).hasSize(1);
    assertThat(TestCampaign.bytesOf(result.finding().file()))
        .asString(StandardCharsets.ISO_8859_1)
        .isEqualTo("dddrruuurrddd");
  }

  @Test
  void failure_thatIsComputedKeepsTheInputThatFailed() throws Exception {
    TestCampaign campaign = computed(directory);
    Finding finding = campaign.run().finding();
    assertThat(finding).isNotNull();
    byte[] input = TestCampaign.bytesOf(finding.file());
    assertThat(input).hasSize(12);
    assertThat(Arrays.copyOfRange(input, 8, 12))
        .containsExactly(0x0D ^ 0x5A, 0xDB ^ 0xC3, 0xA1 ^ 0x17, 0x15 ^ 0x8E);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  private static TestCampaign computed(Path directory) throws Exception {
    return new TestCampaign(Searched.Computed.class, directory)
        .withSeed("long", "0123456789ab")
        .minimize(Budget.NONE)
        .executions(300_000);
  }

  @Test
  void failure_beforeMendingKeepsTheInputThatFailed() throws Exception {
    TestCampaign campaign =
        campaign(Searched.FailingInMending.class)
            .withSeed("magic", "maven fuzz v1\nbyte[](\"\\xca\\xfe\\xd0\\rabcd\")\n")
            .minimize(Budget.NONE)
            .executions(200_000);
    Finding finding = campaign.run().finding();
    assertThat(finding).isNotNull();
    assertThat(TestCampaign.bytesOf(finding.file()))
        .isEqualTo(Files.readAllBytes(campaign.scratch().resolve("failed")));
  }

  /** Each needs its technique, or another would have found the same. */
  @Test
  void techniques_canBeTurnedOff() throws Exception {
    TestCampaign guarded =
        new TestCampaign(Searched.Guarded.class, directory.resolve("guarded"))
            .without(Technique.COMPARISONS)
            .executions(300_000);
    assertThat(guarded.run().findings()).isEmpty();
    TestCampaign deep =
        new TestCampaign(Searched.Deep.class, directory.resolve("deep"))
            .without(Technique.PROGRESS)
            .executions(1_000_000);
    assertThat(deep.run().findings()).isEmpty();
    TestCampaign computed = computed(directory.resolve("computed")).without(Technique.SOLVING);
    assertThat(computed.run().findings()).isEmpty();
    TestCampaign unhooked =
        new TestCampaign(Searched.Unhooked.class, directory.resolve("unhooked")).executions(1_000);
    assertThat(unhooked.run().findings()).isEmpty();
    assertThat(unhooked.without(Technique.HOOKS).run().findings()).hasSize(1);
  }

  /** Whatever takes fresh workers is done beside the one that searches, which lives on. */
  @Test
  void searchingWorker_outlivesWhatItFinds() throws Exception {
    TestCampaign campaign =
        campaign(Searched.ThreeBugs.class).unseeded().keepGoing(3).time(Duration.ofSeconds(60));
    assertThat(campaign.run().findings()).hasSize(3);
    List<Long> executions = new ArrayList<>();
    for (Path file : TestCampaign.filesIn(campaign.scratch())) {
      executions.add(Files.size(file));
    }
    assertThat(executions).hasSizeGreaterThanOrEqualTo(4);
    // One searches, and minimizes what is left then; each finding has one that minimizes it, at
    // most; all others confirm one each.
    assertThat(executions.stream().filter(count -> count > 1)).hasSizeBetween(1, 4);
    assertThat(TestCampaign.filesIn(campaign.scratch()))
        .filteredOn(file -> !file.getFileName().toString().endsWith("-quick"))
        .as("JVMs that live long enough for their code to be compiled well")
        .hasSize(1);
  }

  @Test
  void findings_ofOnePlaceShareAWorkerThatConfirmsThem() throws Exception {
    TestCampaign campaign =
        campaign(Searched.EightWays.class)
            .unseeded()
            .minimize(Budget.NONE)
            .keepGoing(8)
            .time(Duration.ofSeconds(60));
    for (char way = 'A'; way <= 'H'; way++) {
      campaign.withCached("way-" + way, String.valueOf(way));
    }
    assertThat(campaign.run().findings()).hasSize(8);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
    assertThat(TestCampaign.filesIn(campaign.scratch()))
        .filteredOn(file -> file.getFileName().toString().endsWith("-quick"))
        .as("one for the first, one for all others, and as many to spare")
        .hasSizeBetween(1, 4);
  }

  @Test
  void workersOnAllCores_compileWellWhatIsHot() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(told(cores)).contains("Tier4InvocationThreshold=20000");
    if (cores > 1) {
      assertThat(told(cores - 1)).isEmpty();
    }
  }

  private List<String> told(int parallel) throws Exception {
    TestCampaign campaign =
        new TestCampaign(Searched.Told.class, directory.resolve("of-" + parallel))
            .parallel(parallel)
            .executions(1_000);
    campaign.run();
    return TestCampaign.filesIn(campaign.scratch()).stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }

  @Test
  void withoutCoverage_nothingIsFound() throws Exception {
    TestCampaign campaign =
        campaign(Searched.NestedIfs.class)
            .filter(List.of(), List.of("fixtures.**", "org.**", "com.google.**"))
            .executions(300_000);
    CampaignResult result = campaign.run();
    assertThat(result.finding()).isNull();
    assertThat(result.executions()).isEqualTo(300_000);
    assertThat(result.interesting()).isZero();
  }

  /** The JDK's tools, too, are defined by the application class loader. */
  @Test
  void probes_areInModulesOfTheUserButNotOfTheJdk() throws Exception {
    Path module = Files.createDirectories(directory.resolve("module"));
    Path declaration = Files.writeString(module.resolve("module-info.java"), "module acme {}");
    Path type =
        Files.writeString(module.resolve("Acme.java"), "package acme; class Acme { void a() {} }");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null, null, null, "-d", module.toString(), declaration.toString(), type.toString());
    assertThat(status).isZero();
    TestCampaign campaign =
        campaign(Searched.Probed.class)
            .arguments(
                "--module-path=" + module,
                "--add-modules=acme",
                "-Dfixtures.classes=acme.Acme,fixtures.Searched$Probed,"
                    + "com.sun.tools.javac.api.JavacTool,sun.tools.jar.Main")
            .filter(List.of(), List.of("org.**", "com.google.**"))
            .executions(10);
    assertThat(campaign.run().finding()).isNull();
    assertThat(campaign.scratch().resolve("probed"))
        .hasContent("named acme.Acme,unnamed fixtures.Searched$Probed,");
  }

  /**
   * As many workers as on most machines, nothing to limit the executions, nothing to start from.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void manyWorkers_withoutACountSearchToo(int parallel) throws Exception {
    CampaignResult result =
        campaign(Searched.CountedAndFailing.class)
            .unseeded()
            .parallel(parallel)
            .time(Duration.ofMinutes(1))
            .run();
    assertThat(result.findings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void count_isExact(int parallel) throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class).unseeded().parallel(parallel).executions(3_001);
    CampaignResult result = campaign.run();
    assertThat(result.finding()).isNull();
    assertThat(result.executions()).isEqualTo(3_001);
    assertThat(campaign.counted()).isEqualTo(3_001);
    assertThat(campaign.log().lines())
        .anyMatch(line -> line.matches("I fuzz: elapsed: \\S+, execs: 3001 \\(.*"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void count_includesMinimization(int parallel) throws Exception {
    TestCampaign campaign =
        campaign(Searched.CountedAndFailing.class)
            .withCached("long", "x".repeat(1_000))
            .parallel(parallel)
            .executions(12);
    CampaignResult result = campaign.run();
    assertThat(result.finding()).isNotNull();
    assertThat(result.executions()).isEqualTo(12);
    assertThat(campaign.counted()).isEqualTo(12 + TestCampaign.CONFIRMATION);
    assertThat(TestCampaign.bytesOf(result.finding().file())).hasSizeBetween(11, 999);
  }

  @Test
  void count_belowTheWorkersNeedsFewerOfThem() throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class).parallel(3).executions(2);
    assertThat(campaign.run().executions()).isEqualTo(2);
    assertThat(campaign.counted()).isEqualTo(2);
    assertThat(campaign.log().lines())
        .anyMatch(line -> line.endsWith("1/1 completed, now fuzzing with 2 workers"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 4, 5, 9})
  void duplicates_areRunOnceAndDoNotDeadlock(long executions) throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class)
            .withSeed("raw", "abc")
            .withSeed("text", "maven fuzz v1\nbyte[](\"abc\")\n")
            .withCached("again", "maven fuzz v1\nbyte[](\"\\x61bc\")\n")
            .withCached("other", "b")
            .parallel(2)
            .executions(executions);
    assertThat(campaign.run().executions()).isEqualTo(executions);
    assertThat(campaign.counted()).isEqualTo(executions);
    assertThat(campaign.log().lines().get(0)).contains("0/2 completed");
  }

  @Test
  void sameSeed_isTheSameRun() throws Exception {
    TestCampaign first =
        new TestCampaign(Searched.NestedIfs.class, directory.resolve("first"))
            .seed(42)
            .executions(20_000_000);
    TestCampaign second =
        new TestCampaign(Searched.NestedIfs.class, directory.resolve("second"))
            .seed(42)
            .executions(20_000_000);
    CampaignResult one = first.run();
    CampaignResult two = second.run();
    assertThat(one.finding()).isNotNull();
    assertThat(two.executions()).isEqualTo(one.executions());
    assertThat(two.finding().name()).isEqualTo(one.finding().name());
    assertThat(two.finding().identity()).isEqualTo(one.finding().identity());
    assertThat(names(second.cache())).isEqualTo(names(first.cache())).isNotEmpty();
  }

  @Test
  void time_isSuccess() throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class).unseeded().time(Duration.ofMillis(500));
    CampaignResult result = campaign.run();
    assertThat(result.finding()).isNull();
    assertThat(result.interrupted()).isFalse();
    assertThat(result.executions()).isEqualTo(campaign.counted()).isGreaterThan(1);
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
  }

  @Test
  void emptyCorpus_isWarnedOfAndStartsWithZeroValues() throws Exception {
    TestCampaign campaign = campaign(Searched.FailingOnEmpty.class).executions(100);
    CampaignResult result = campaign.run();
    assertThat(campaign.log().lines()).startsWith("W warning: starting with empty corpus");
    assertThat(TestCampaign.bytesOf(result.finding().file())).isEmpty();
    assertThat(result.executions()).isLessThan(10);
  }

  @Test
  void interestingInputs_areMinimizedBeforeTheyAreCached() throws Exception {
    TestCampaign campaign =
        campaign(Searched.HundredLetters.class)
            .withSeed("letters", "a".repeat(100))
            .executions(20_000);
    CampaignResult result = campaign.run();
    assertThat(result.finding()).isNull();
    assertThat(campaign.cachedInputs()).isNotEmpty().allMatch(input -> input.length <= 1);
  }

  @Test
  void interestingInputs_areCachedAsTheyAreWithoutMinimization() throws Exception {
    TestCampaign campaign =
        campaign(Searched.HundredLetters.class)
            .withSeed("letters", "a".repeat(100))
            .minimize(Budget.NONE)
            .executions(20_000);
    campaign.run();
    assertThat(campaign.cachedInputs()).anyMatch(input -> input.length > 1);
  }

  @Test
  void crash_whileAnInterestingInputIsMinimizedIsReported() throws Exception {
    TestCampaign campaign =
        campaign(Searched.FailingInMinimizer.class).withSeed("a", "abc").executions(1_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.summary()).endsWith("minimized");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSizeGreaterThan(3);
  }

  @Test
  void workers_tellEachOtherWhatTheyFind() throws Exception {
    CampaignResult result =
        campaign(Searched.Cooperation.class)
            .unseeded()
            .parallel(2)
            .executions(200_000_000)
            .time(Duration.ofSeconds(90))
            .run();
    assertThat(result.finding()).isNotNull();
    assertThat(TestCampaign.bytesOf(result.finding().file())).asString().isEqualTo("FUZZING!");
  }

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }

  private static List<String> names(Path directory) throws Exception {
    return TestCampaign.filesIn(directory).stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }

  @Test
  void cache_isWhatTheNextCampaignStartsWith() throws Exception {
    TestCampaign first = campaign(Searched.NestedIfs.class).executions(300);
    int found = first.run().interesting();
    assertThat(found).isPositive();
    TestCampaign second = campaign(Searched.NestedIfs.class).executions(1);
    second.run();
    assertThat(second.log().lines().get(0)).contains("0/" + found + " completed");
    for (Path file : TestCampaign.filesIn(second.cache())) {
      assertThat(Files.readString(file, StandardCharsets.US_ASCII)).startsWith("maven fuzz v1\n");
    }
  }

  @Test
  void campaign_picksUpWhatAnotherPutsIntoTheCache() throws Exception {
    TestCampaign campaign =
        new TestCampaign(Searched.Secret.class, directory).unseeded().time(Duration.ofSeconds(30));
    campaign.log().onLine("now fuzzing with", () -> share(campaign));
    Finding finding = campaign.run().finding();
    assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo(Searched.Secret.WORD);
  }

  private static void share(TestCampaign campaign) {
    try {
      campaign.withCached("of-another-campaign", Searched.Secret.WORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
