// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fixtures.Searched;
import fixtures.Stateful;
import io.github.mavenfuzz.protocol.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Failures that depend on more than the input: what is on disk has to fail by itself. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignStatefulTest {
  @TempDir Path directory;

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }

  @Test
  void finding_isMinimizedToWhatFailsInAFreshWorker() throws Exception {
    TestCampaign campaign =
        campaign(Stateful.Remembering.class)
            .withCached("c", "xxQyyyyyyy")
            .minimize(new Budget(null, 40))
            .executions(10_000);
    Finding finding = campaign.run().finding();
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(3).endsWith('Q');
    assertThat(TestCampaign.filesIn(campaign.seeds())).containsExactly(finding.file());
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  @Test
  void finding_thatNeverFailsByItselfIsTheInputThatWasMet() throws Exception {
    TestCampaign campaign =
        campaign(Stateful.FailingTheSecondTime.class)
            .withCached("a", "first")
            .withCached("b", "second, and longer")
            .executions(10_000);
    Finding finding = campaign.run().finding();
    assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo("second, and longer");
    assertThat(TestCampaign.filesIn(campaign.seeds())).containsExactly(finding.file());
    assertThat(campaign.log().lines()).anyMatch(line -> line.contains("Flaky"));
  }

  @Test
  void innocent_whoseClassAnotherInputPoisonedIsNoFinding() throws Exception {
    TestCampaign campaign =
        campaign(Stateful.Poisoning.class).withCached("a", "P").withCached("b", "[]").executions(2);
    assertThat(campaign.run().findings()).isEmpty();
    assertThat(campaign.log().lines())
        .anyMatch(line -> line.contains("but the input passes in another worker: no finding"));
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
  }

  @Test
  void poisoningInput_isMinimizedWithAWorkerForEachAttempt() throws Exception {
    TestCampaign campaign =
        campaign(Stateful.PoisonedByTheInput.class)
            .withCached("a", "(abc")
            .minimize(new Budget(null, 40))
            .executions(1_000);
    Finding finding = campaign.run().finding();
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(3).startsWith('(');
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  /** After the first few, its JVM does not tell any more where memory ran out. */
  @Test
  void worker_thatHasItsMemoryBackGoesOnToOtherPlaces() throws Exception {
    TestCampaign campaign =
        campaign(Stateful.AskingForTooMuch.class)
            .unseeded()
            .minimize(Budget.NONE)
            .keepGoing(2)
            .executions(10_000_000);
    assertThat(campaign.run().findings())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo("out of memory"))
        .extracting(Finding::identity)
        .doesNotContain(Failure.NOWHERE);
    assertThat(campaign.scratch().resolve("processes")).hasSize(1);
  }

  @Test
  void loop_isOneFindingWhereverItIsMet() throws Exception {
    TestCampaign campaign =
        campaign(Stateful.LoopingAround.class)
            .timeout(Duration.ofMillis(200))
            .minimize(Budget.NONE)
            .keepGoing(3)
            .withCached("a", "aaaa")
            .withCached("b", "bbbbb")
            .withCached("c", "cccccc")
            .executions(3);
    assertThat(campaign.run().findings()).hasSize(1);
  }

  /** The seed's failure is known, however the new one was met. */
  @Test
  void loop_ofASeedIsNotReportedAgain() throws Exception {
    TestCampaign campaign =
        campaign(Stateful.LoopingAround.class)
            .timeout(Duration.ofMillis(200))
            .minimize(new Budget(null, 3))
            .keepGoing(3)
            .withSeed("known", "aaaa")
            .withCached("b", "bbbbb")
            .executions(10);
    assertThat(campaign.run().findings()).extracting(Finding::name).containsExactly("known");
    assertThat(TestCampaign.filesIn(campaign.seeds())).hasSize(1);
  }

  /** It cannot be run again, so it is not known whose doing it was. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void suspect_isKeptWhenNoWorkerCanJudgeIt() throws Exception {
    Path jar = Files.copy(RuntimeJar.path(), directory.resolve("runtime.jar"));
    TestCampaign campaign =
        campaign(Stateful.LeavingNoWay.class)
            .runtimeJar(jar)
            .arguments("-Dfixtures.jar=" + jar)
            .withSeed("fatal", "it ends here")
            .executions(10);
    assertThatExceptionOfType(CoordinatorException.class).isThrownBy(campaign::run);
    assertThat(TestCampaign.bytesOf(TestCampaign.filesIn(campaign.cache()).get(0)))
        .asString()
        .isEqualTo("it ends here");
  }

  @Test
  void includes_thatMatchNothingAreTold() throws Exception {
    TestCampaign campaign =
        campaign(Searched.Counted.class).filter(List.of("com.nope.**"), List.of()).executions(10);
    campaign.run();
    assertThat(campaign.log().lines())
        .filteredOn(line -> line.startsWith("W ") && line.contains("fuzz.includes (com.nope.**)"))
        .hasSize(1);
  }
}
