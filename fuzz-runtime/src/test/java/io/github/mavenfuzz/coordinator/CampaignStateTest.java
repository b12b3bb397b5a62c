// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.coverage.Hits;
import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The parts of what a campaign knows. */
class CampaignStateTest {
  private final WorkerSlot first = Slots.idle(0);
  private final WorkerSlot second = Slots.idle(1);

  private static Entry entry(String name) {
    return new Entry(name, new Content(name.getBytes(StandardCharsets.US_ASCII)), Origin.GENERATED);
  }

  @Test
  void queue_givesTheYoungestFirst() {
    EntryQueue queue = new EntryQueue(10, true);
    queue.add(entry("a"), false);
    queue.add(entry("b"), false);
    assertThat(names(queue, 2)).containsExactly("b", "a");
    queue.add(entry("c"), false);
    assertThat(names(queue, 1)).containsExactly("c");
  }

  @Test
  void queue_forgetsNone() {
    EntryQueue queue = queueOf(20);
    assertThat(Set.copyOf(names(queue, 100).subList(20, 100))).hasSize(20);
  }

  @Test
  void queue_prefersWhatPays() {
    assertThat(turnsOfWhatPays(queueOf(20))).isBetween(100, 300);
  }

  @Test
  void queue_prefersWhatIsFast() {
    EntryQueue queue = queueOf(20);
    Prng random = new Prng(1);
    int slow = 0;
    for (int i = 0; i < 1_000; i++) {
      boolean isSlow = queue.next(first, random, 0).name().equals("entry7");
      slow += isSlow ? 1 : 0;
      queue.end(first, 0, isSlow ? 1_000 : 10);
    }
    assertThat(slow).isLessThan(10);
  }

  @Test
  void queue_givesStoredEntriesInTheirOrderAfterNewOnes() {
    EntryQueue queue = new EntryQueue(10, true);
    queue.addStored(entry("a"), false);
    queue.addStored(entry("b"), false);
    queue.add(entry("c"), false);
    assertThat(names(queue, 3)).containsExactly("c", "a", "b");
  }

  @Test
  void queue_givesSlowEntriesFewTurns() {
    EntryQueue queue = queueOf(20);
    queue.addSlow(entry("slow"), 1_000);
    assertThat(names(queue, 1_000)).doesNotContain("slow");
    // By now others have taken as long and are no better.
    assertThat(names(queue, 3_000)).contains("slow");
  }

  @Test
  void queue_givesNoTurnToTheRetired() {
    EntryQueue queue = queueOf(2);
    queue.retire(entry("retired"));
    assertThat(names(queue, 100)).doesNotContain("retired");
    Prng random = new Prng(1);
    List<String> mates = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      mates.add(queue.any(random).name());
    }
    assertThat(Set.copyOf(mates)).containsExactlyInAnyOrder("entry0", "entry1", "retired");
  }

  @Test
  void queue_givesWorkersDifferentEntries() {
    EntryQueue queue = queueOf(20);
    int[] paid = new int[3];
    Prng random = new Prng(1);
    for (int i = 0; i < 3_000; i++) {
      WorkerSlot slot = Slots.idle(i % 3);
      boolean pays = queue.next(slot, random, 0).name().equals("entry7");
      paid[i % 3] += pays ? 1 : 0;
      queue.end(slot, pays ? 1 : 0, 10);
    }
    assertThat(paid[1]).isLessThan(paid[0]);
    assertThat(paid[0]).isLessThan(paid[2]);
  }

  @Test
  void queue_prefersNothingWithoutEnergy() {
    EntryQueue queue = new EntryQueue(10, false);
    fill(queue, 20);
    assertThat(turnsOfWhatPays(queue)).isBetween(30, 70);
  }

  @Test
  void queue_givesTheTargetsOwnBeforeOthers() {
    EntryQueue queue = new EntryQueue(10, true);
    queue.add(entry("own"), true);
    queue.addStored(entry("storedOwn"), true);
    queue.add(entry("library"), false);
    assertThat(names(queue, 2)).containsExactly("own", "storedOwn");
  }

  @Test
  void queue_givesTheTargetsOwnMoreOften() {
    EntryQueue queue = queueOf(50);
    queue.add(entry("own"), true);
    List<String> names = names(queue, 1_000);
    assertThat(Collections.frequency(names, "own")).isBetween(300, 600);
  }

  @Test
  void queue_givesOthersATurnWhileThereAreYoungOnes() {
    EntryQueue queue = new EntryQueue(10, true);
    queue.add(entry("old"), true);
    assertThat(names(queue, 1)).containsExactly("old");
    fill(queue, 1_000);
    assertThat(names(queue, 300)).containsSubsequence("entry999", "old", "entry990");
  }

  /** How many of a thousand turns one of the entries gets, which alone pays. */
  private int turnsOfWhatPays(EntryQueue queue) {
    Prng random = new Prng(1);
    int turns = 0;
    for (int i = 0; i < 1_000; i++) {
      boolean pays = queue.next(first, random, 0).name().equals("entry7");
      turns += pays ? 1 : 0;
      queue.end(first, pays ? 1 : 0, 10);
    }
    return turns;
  }

  private static EntryQueue queueOf(int count) {
    EntryQueue queue = new EntryQueue(10, true);
    fill(queue, count);
    return queue;
  }

  private static void fill(EntryQueue queue, int count) {
    for (int i = 0; i < count; i++) {
      queue.add(entry("entry" + i), false);
    }
  }

  private List<String> names(EntryQueue queue, int count) {
    Prng random = new Prng(1);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(queue.next(first, random, 0).name());
      queue.end(first, 0, 10);
    }
    return names;
  }

  @Test
  void coverage_isToldOnceToEachWorker() {
    SharedCoverage coverage = new SharedCoverage();
    assertThat(coverage.add(List.of(Hits.of(1, 0, 1)))).containsExactly(Hits.of(1, 0, 1));
    assertThat(coverage.news(first)).containsExactly(Hits.of(1, 0, 1));
    assertThat(coverage.news(first)).isEmpty();
    assertThat(coverage.add(List.of(Hits.of(1, 1, 2)))).containsExactly(Hits.of(1, 2));
    assertThat(coverage.add(List.of(Hits.of(1, 2)))).isEmpty();
    assertThat(coverage.news(first)).containsExactly(Hits.of(1, 2));
    assertThat(coverage.news(second)).containsExactly(Hits.of(1, 0, 1), Hits.of(1, 2));
    first.renewed();
    assertThat(coverage.news(first)).containsExactly(Hits.of(1, 0, 1), Hits.of(1, 2));
  }

  @Test
  void warmup_givesEachEntryToOneWorker() {
    Warmup warmup = warmup(120);
    assertThat(warmup.next(first, 1_000)).extracting(Entry::name).hasSize(50).startsWith("0", "1");
    assertThat(warmup.next(second, 7)).extracting(Entry::name).hasSize(7).startsWith("50");
    assertThat(warmup.ran(second, 7)).hasSize(7);
    assertThat(warmup.next(second, 1_000)).hasSize(50);
    assertThat(warmup.ran(second, 50)).hasSize(50);
    assertThat(warmup.ran(first, 50)).hasSize(50);
    assertThat(warmup.next(first, 1_000)).hasSize(13);
    assertThat(warmup.hasNext()).isFalse();
    assertThat(warmup.size()).isEqualTo(120);
  }

  private static Warmup warmup(int entries) {
    Warmup warmup = new Warmup();
    for (int i = 0; i < entries; i++) {
      warmup.add(entry(String.valueOf(i)));
    }
    return warmup;
  }

  @Test
  void warmup_givesLargeEntriesOneByOne() {
    Warmup warmup = new Warmup();
    warmup.add(new Entry("a", new Content(new byte[2 << 20]), Origin.CACHE));
    warmup.add(new Entry("b", new Content(new byte[2 << 20]), Origin.CACHE));
    assertThat(warmup.next(first, 1_000)).hasSize(1);
  }

  @Test
  void warmup_takesBackWhatWasNotRun() {
    Warmup warmup = warmup(4);
    warmup.next(first, 1_000);
    assertThat(warmup.hasNext()).isFalse();
    assertThat(warmup.ran(first, 1)).extracting(Entry::name).containsExactly("0");
    assertThat(warmup.next(second, 1_000))
        .extracting(Entry::name)
        .containsExactlyInAnyOrder("1", "2", "3");
    assertThat(warmup.ran(first, 0)).isEmpty();
  }

  @Test
  void warmup_blamesTheEntryThatAWorkerEndedWith() {
    Warmup warmup = warmup(3);
    warmup.next(first, 1_000);
    assertThat(warmup.died(first, 2)).isEqualTo(entry("1"));
    assertThat(warmup.next(second, 1_000))
        .extracting(Entry::name)
        .containsExactlyInAnyOrder("0", "2");
    assertThat(warmup.died(second, 0)).isNull();
    assertThat(warmup.died(second, 1)).isNull();
    assertThat(warmup.next(second, 1_000)).hasSize(2);
  }

  @Test
  void interestingInputs_waitForTheirTurn() {
    InterestingInputs inputs =
        new InterestingInputs(new Budget(Duration.ofSeconds(60), 300), 2, false);
    ExecutionLedger ledger = new ExecutionLedger(Budget.NO_LIMIT);
    assertThat(inputs.next(first, ledger)).isNull();
    Content a = entry("a").content();
    Content b = entry("b").content();
    inputs.offer(a, List.of(Hits.of(1, 0)));
    inputs.offer(b, List.of());
    assertThat(inputs.next(first, ledger))
        .isEqualTo(new Call.Minimize(a, null, List.of(Hits.of(1, 0)), 300, 200));
    assertThat(inputs.next(second, ledger)).as("half of the workers at most").isNull();
    assertThat(inputs.end(first, 300))
        .isEqualTo(new InterestingInputs.Found(a, List.of(Hits.of(1, 0))));
    assertThat(inputs.next(second, ledger)).isNotNull();
    assertThat(inputs.end(second, 10)).isEqualTo(new InterestingInputs.Found(b, List.of()));
    assertThat(inputs.end(second, 10)).isNull();
  }

  @Test
  void interestingInputs_doNotStarveTheSearch() {
    InterestingInputs inputs = new InterestingInputs(new Budget(null, 1_000), 1, true);
    ExecutionLedger ledger = new ExecutionLedger(Budget.NO_LIMIT);
    inputs.offer(entry("a").content(), List.of());
    inputs.offer(entry("b").content(), List.of());
    assertThat(inputs.next(first, ledger)).isNotNull();
    ledger.settle(first, 1_000);
    inputs.end(first, 1_000);
    ledger.take(first, 1_000);
    ledger.settle(first, 0);
    // Of 1,000 executions, a fifth, after the first 1,000 that were a present.
    assertThat(inputs.next(first, ledger))
        .isInstanceOfSatisfying(
            Call.Minimize.class, call -> assertThat(call.executions()).isEqualTo(200));
    inputs.end(first, 200);
    inputs.offer(entry("c").content(), List.of());
    ledger.settle(first, 20);
    assertThat(inputs.next(first, ledger)).isNull();
    ledger.take(first, 1_000);
    ledger.settle(first, 1_000);
    assertThat(inputs.next(first, ledger)).isNotNull();
  }

  @Test
  void interestingInputs_areNotTakenWithoutMinimization() {
    InterestingInputs inputs = new InterestingInputs(Budget.NONE, 1, false);
    inputs.offer(entry("a").content(), List.of());
    assertThat(inputs.next(first, new ExecutionLedger(1_000))).isNull();
  }

  @Test
  void interestingInputs_beyondAFewAreLeftAsTheyAre() {
    InterestingInputs inputs = new InterestingInputs(Budget.UNLIMITED, 1, false);
    ExecutionLedger ledger = new ExecutionLedger(Budget.NO_LIMIT);
    for (int i = 0; i < 9; i++) {
      inputs.offer(entry("input " + i).content(), List.of());
    }
    for (int i = 0; i < 8; i++) {
      assertThat(inputs.next(first, ledger)).isNotNull();
      assertThat(inputs.end(first, 0))
          .extracting(InterestingInputs.Found::content)
          .isEqualTo(entry("input " + i).content());
    }
    assertThat(inputs.next(first, ledger)).isNull();
  }
}
