// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Hostile;
import fixtures.Searched;
import fixtures.Surroundings;
import io.github.mavenfuzz.corpus.CorpusFile;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is around a target, and what else goes on around a campaign. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignSurroundingsTest {
  @TempDir Path directory;

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }

  @ParameterizedTest
  @ValueSource(classes = {Surroundings.NativePrinting.class, Surroundings.Reading.class})
  void standardStreams_haveNothingToDoWithTheProtocol(Class<?> target) throws Exception {
    TestCampaign campaign = campaign(target).timeout(Duration.ofSeconds(5)).executions(1_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(1_000);
  }

  @Test
  void standardStreams_thatAreTakenAwayAreNotMissed() throws Exception {
    TestCampaign campaign = campaign(Surroundings.Streamless.class).executions(10_000);
    Finding finding = campaign.run().finding();
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(4);
    assertThat(finding.summary()).endsWith("without a word");
  }

  @Test
  void jvm_mayPrintWhatItIsAskedTo() throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class)
            .arguments(
                "-Xlog:gc*",
                "-verbose:class",
                "-XshowSettings:vm",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0")
            .executions(1_000);
    assertThat(campaign.run().executions()).isEqualTo(1_000);
  }

  @Test
  void quadraticInput_isAMinimizedTimeout() throws Exception {
    TestCampaign campaign =
        campaign(Surroundings.Quadratic.class)
            .timeout(Duration.ofMillis(500))
            .minimize(new Budget(null, 12))
            .withCached("long", "x".repeat(1_500))
            .executions(1_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("timeout");
    assertThat(finding.trace()).contains("Surroundings$Quadratic.fuzzerTestOneInput");
    // 224 bytes take as long as that limit, and fewer where the machine is busy.
    assertThat(TestCampaign.bytesOf(finding.file())).hasSizeBetween(20, 1_400);
  }

  @Test
  void classPath_mayBeVeryLong() throws Exception {
    List<Path> jars = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      jars.add(directory.resolve("a directory/of some library/library-" + i + "-1.0.jar"));
    }
    TestCampaign campaign = campaign(Searched.Counted.class).classPath(jars).executions(100);
    assertThat(campaign.run().executions()).isEqualTo(100);
  }

  /** Of one target, on one cache. */
  @Test
  void campaigns_atTheSameTimeAreBothRight() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<CampaignResult>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        TestCampaign campaign =
            campaign(Searched.NestedIfs.class).unseeded().executions(20_000_000);
        both.add(() -> campaign.coordinator().run());
      }
      for (Future<CampaignResult> result : threads.invokeAll(both)) {
        Finding finding = result.get().finding();
        assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo("FUZZING!");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(TestCampaign.filesIn(directory.resolve("seeds"))).hasSize(1);
    for (Path file : TestCampaign.filesIn(directory.resolve("cache"))) {
      assertThat(file).as("written whole").isRegularFile();
      assertThat(TestCampaign.bytesOf(file)).isNotNull();
    }
  }

  /** By a disk, or by whoever else may write to it. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void cache_thatIsDamagedIsReadAsFarAsItIsWhole() throws Exception {
    byte[] whole = CorpusFile.format(List.of(new byte[] {'w'}), TestCampaign.SIGNATURE);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    TestCampaign campaign =
        campaign(Searched.Counted.class)
            .withCached("a-whole", text)
            .withCached("b-empty", "")
            .withCached("c-truncated", text.substring(0, text.length() - 3))
            .withCached("d-flipped", text.replace("byte", "cyte"))
            .executions(2);
    Files.createDirectory(campaign.cache().resolve("e-directory"));
    Path secret = Files.writeString(directory.resolve("secret"), "of somebody else");
    Files.createSymbolicLink(campaign.cache().resolve("f-out"), secret);
    Files.createSymbolicLink(campaign.cache().resolve("g-in"), Path.of("a-whole"));
    try (RandomAccessFile huge =
        new RandomAccessFile(campaign.cache().resolve("h-huge").toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertThat(campaign.run().executions()).isEqualTo(2);
    assertThat(campaign.log().lines())
        .contains("I fuzz: elapsed: 0s, gathering baseline coverage: 0/2 completed")
        .filteredOn(line -> line.startsWith("W "))
        .singleElement()
        .asString()
        .startsWith("W fuzz: skipped 5 malformed or stale cache entries, the first: ");
    assertThat(TestCampaign.filesIn(campaign.cache())).hasSize(8);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void umask_thatLeavesNothingToOthersIsEnough() throws Exception {
    TestCampaign campaign = campaign(Searched.CountedAndFailing.class).executions(10_000);
    assertThat(
            new CoordinatorProcess(campaign)
                .under(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh"))
                .run())
        .noneMatch(line -> line.startsWith("W fuzz") || line.startsWith(CoordinatorProcess.ERROR))
        .noneMatch(line -> line.contains("Flaky"));
    Path finding = TestCampaign.filesIn(campaign.seeds()).get(0);
    assertThat(TestCampaign.bytesOf(finding)).hasSize(11);
    assertThat(Files.getPosixFilePermissions(finding))
        .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
  }

  @Test
  void temporaryDirectory_thatIsTooLongForASocketIsNotUsed() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("x".repeat(120)));
    TestCampaign campaign = campaign(Searched.Counted.class).executions(10);
    assertThat(new CoordinatorProcess(campaign).arguments("-Djava.io.tmpdir=" + temporary).run())
        .anyMatch(line -> line.contains("execs: 10 "))
        .noneMatch(line -> line.startsWith("W fuzz") || line.startsWith(CoordinatorProcess.ERROR));
  }

  /** What killed the process that Maven runs in leaves no time for anything. */
  @Test
  void workers_doNotOutliveTheirCoordinator() throws Exception {
    TestCampaign campaign = campaign(Searched.Counted.class);
    Process coordinator = withTemporaryFiles(campaign).start();
    assertThat(
            coordinator.inputReader().lines().anyMatch(line -> line.contains("now fuzzing with")))
        .isTrue();
    assertWorkerEndsWith(coordinator);
    for (Path file : TestCampaign.filesIn(campaign.cache())) {
      assertThat(Files.size(file)).isPositive();
      assertThat(TestCampaign.bytesOf(file)).isNotNull();
    }
    assertThat(temporaryFiles()).isNotEmpty();
    withTemporaryFiles(campaign.executions(10)).run();
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void worker_ofAReplayDoesNotOutliveItsCoordinator() throws Exception {
    TestCampaign campaign = campaign(Hostile.Hanging.class);
    Process coordinator =
        withTemporaryFiles(campaign, "-D" + CoordinatorProcess.REPLAY + "=hangs here").start();
    while (Files.notExists(campaign.scratch().resolve("input"))) {
      assertThat(coordinator.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    assertWorkerEndsWith(coordinator);
  }

  private CoordinatorProcess withTemporaryFiles(TestCampaign campaign, String... arguments)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")));
    return new CoordinatorProcess(campaign).arguments(all.toArray(String[]::new));
  }

  private List<Path> temporaryFiles() throws Exception {
    return TestCampaign.filesIn(directory.resolve("tmp"));
  }

  /** In less time than it takes by anything else that could end it. */
  private static void assertWorkerEndsWith(Process coordinator) throws Exception {
    ProcessHandle worker = coordinator.descendants().findFirst().orElseThrow();
    coordinator.destroyForcibly().waitFor();
    assertThat(worker.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }
}
