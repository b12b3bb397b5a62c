// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Searched;
import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.comparison.Milestone.Kind;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.coverage.Hits;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.Response.Interesting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is next, without any worker, a second and a hundred executions after the start. */
class SearchTest {
  private static final Content FOUND = content(1, 2, 3);
  private static final Content SMALLER = content(3);
  private static final long QUICK = Duration.ofMillis(200).toNanos();
  private static final long SLOW = Duration.ofMillis(400).toNanos();

  @TempDir Path directory;

  private final WorkerSlot slot = Slots.idle(0);
  private TestCampaign campaign;
  private long now;

  private static Content content(int... bytes) {
    byte[] value = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      value[i] = (byte) bytes[i];
    }
    return new Content(CorpusFile.format(List.of(value), TestCampaign.SIGNATURE));
  }

  @BeforeEach
  void setUp() throws Exception {
    campaign = new TestCampaign(Searched.Counted.class, directory);
  }

  private Search warm() throws Exception {
    CoordinatorOptions options = campaign.options();
    RecordingLog log = new RecordingLog();
    Corpus corpus = new Corpus(options);
    ExecutionLedger ledger = new ExecutionLedger(Budget.NO_LIMIT);
    Statistics statistics = new Statistics(log, () -> now, () -> 100, 1);
    SparePolicy spares = new SparePolicy(options, statistics);
    Pursuit pursuit = new Pursuit(options, log, corpus, ledger, statistics, spares);
    Search search = new Search(options, log, 1, corpus, ledger, statistics, pursuit);
    search.begin(List.of());
    assertThat(search.next(slot)).isInstanceOf(Call.Warmup.class);
    search.warmed(slot, new Response.Warmed(List.of(List.of(Hits.of(1, 0))), null));
    now = Duration.ofSeconds(1).toNanos();
    return search;
  }

  private Call afterFinding(Search search, long nanos) throws Exception {
    assertThat(search.next(slot)).isInstanceOf(Call.Fuzz.class);
    Interesting found = new Interesting(FOUND, List.of(Hits.of(1, 1)), nanos);
    search.fuzzed(
        slot, new Response.Fuzzed(100, List.of(found), List.of(), List.of(), null, null, Map.of()));
    return search.next(slot);
  }

  private Set<Content> mutatedInTenCalls(Search search) {
    Set<Content> mutated = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      Call next = search.next(slot);
      assertThat(next).isInstanceOf(Call.Fuzz.class);
      mutated.add(((Call.Fuzz) next).entry());
    }
    return mutated;
  }

  @Test
  void quickInput_isSavedAtOnceAndMinimized() throws Exception {
    campaign.unseeded();
    Call next = afterFinding(warm(), QUICK);
    assertThat(campaign.cachedInputs()).containsExactly(new byte[] {1, 2, 3});
    assertThat(next)
        .isInstanceOfSatisfying(
            Call.Minimize.class, call -> assertThat(call.entry()).isEqualTo(FOUND));
  }

  @Test
  void inputThatMetSomething_isMutatedLikeEntriesButNotSaved() throws Exception {
    campaign.unseeded();
    Search search = warm();
    assertThat(search.next(slot)).isInstanceOf(Call.Fuzz.class);
    Response.Further met = new Response.Further(FOUND, List.of(new Milestone(Kind.MET, 1)));
    Response.Further nearer =
        new Response.Further(SMALLER, List.of(new Milestone(Kind.NEAREST, 1)));
    search.fuzzed(
        slot,
        new Response.Fuzzed(100, List.of(), List.of(met, nearer), List.of(), null, null, Map.of()));
    assertThat(mutatedInTenCalls(search)).contains(FOUND).doesNotContain(SMALLER);
    assertThat(campaign.cachedInputs()).isEmpty();
  }

  @Test
  void slowInput_isSavedAsItIs() throws Exception {
    campaign.unseeded();
    assertThat(afterFinding(warm(), SLOW)).isInstanceOf(Call.Fuzz.class);
    assertThat(campaign.cachedInputs()).containsExactly(new byte[] {1, 2, 3});
  }

  @Test
  void slowInput_isLikeOthersWhereRunsAreToBeAlike() throws Exception {
    assertThat(afterFinding(warm(), SLOW)).isInstanceOf(Call.Minimize.class);
  }

  @Test
  void smallerInput_takesThePlaceOnDiskAndBothAreMutated() throws Exception {
    Search search = warm();
    assertThat(afterFinding(search, QUICK)).isInstanceOf(Call.Minimize.class);
    search.minimized(slot, new Response.Minimized(true, SMALLER, null, 10, null, null));
    assertThat(campaign.cachedInputs()).containsExactly(new byte[] {3});
    assertThat(mutatedInTenCalls(search)).contains(FOUND, SMALLER);
  }

  @Test
  void inputThatGetsNoSmaller_stays() throws Exception {
    Search search = warm();
    assertThat(afterFinding(search, QUICK)).isInstanceOf(Call.Minimize.class);
    search.minimized(slot, new Response.Minimized(true, FOUND, null, 10, null, null));
    assertThat(campaign.cachedInputs()).containsExactly(new byte[] {1, 2, 3});
    assertThat(mutatedInTenCalls(search)).contains(FOUND);
  }
}
