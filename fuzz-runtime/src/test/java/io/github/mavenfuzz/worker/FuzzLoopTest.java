// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Throwing;
import io.github.mavenfuzz.comparison.Comparisons;
import io.github.mavenfuzz.comparison.Hooked;
import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.coverage.Hits;
import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.protocol.Technique;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FuzzLoopTest extends InProcessTarget {
  private static final Set<Technique> WITHOUT_MUTATORS = Set.of(Technique.MUTATORS);

  private Response.Fuzzed fuzz(FuzzLoop loop, String entry, long seed, long executions) {
    return fuzz(loop, entry, seed, executions, WITHOUT_MUTATORS);
  }

  private Response.Fuzzed fuzz(
      FuzzLoop loop, String entry, long seed, long executions, Set<Technique> without) {
    return loop.run(
        new Call.Fuzz(
            content(entry),
            content(entry),
            seed,
            without,
            false,
            64,
            executions,
            0,
            List.of(),
            List.of()));
  }

  private static Set<Technique> withoutMutatorsAnd(Technique... others) {
    Set<Technique> without = new HashSet<>(WITHOUT_MUTATORS);
    without.addAll(List.of(others));
    return without;
  }

  private FuzzLoop loop() {
    return loop(new Comparisons());
  }

  private FuzzLoop loop(Comparisons comparisons) {
    return new FuzzLoop(
        execution, Input.of(SIGNATURE), Input.of(SIGNATURE), probes, comparisons, watchdog);
  }

  /** Looks an input up in a table of many. */
  static final class Table {
    private static final Map<String, Integer> WORDS =
        IntStream.range(0, 40).boxed().collect(Collectors.toMap(i -> "word-" + i, i -> i));

    private Table() {}

    static boolean has(byte[] data) {
      return WORDS.containsKey(new String(data, StandardCharsets.ISO_8859_1));
    }
  }

  /** How many words of the table are tried, each alone. */
  private long tried(Technique... without) {
    Hooked table = new Hooked(Table.class);
    executed.clear();
    body =
        text -> {
          Object unused = table.call("has", text.getBytes(StandardCharsets.ISO_8859_1));
        };
    Response.Fuzzed unused =
        fuzz(loop(table.comparisons()), "seed", 1, 100, withoutMutatorsAnd(without));
    return executed.stream().filter(Table.WORDS::containsKey).distinct().count();
  }

  @Test
  void suggestions_areFollowedOneByOneBeforeAnythingElse() {
    assertThat(tried()).isEqualTo(Table.WORDS.size());
    assertThat(tried(Technique.ONE_BY_ONE)).isLessThan(Table.WORDS.size() / 2);
  }

  @Test
  void suggestions_areFollowedOnceASlowTargetHasTime() {
    Hooked table = new Hooked(Table.class);
    FuzzLoop loop = loop(table.comparisons());
    watchdog.start();
    body =
        text -> {
          memory.setStop(true);
          while (!watchdog.stopped()) {
            Thread.onSpinWait();
          }
        };
    watchdog.begin(new Watchdog.Patience("a call", "none", Duration.ofHours(1)), 0);
    fuzz(loop, "slow", 1, 100);
    assertThat(executed).as("in the time of one call").hasSize(1);
    watchdog.end();
    memory.setStop(false);
    watchdog.begin(new Watchdog.Patience("a call", "none", Duration.ofHours(1)), 0);
    executed.clear();
    body =
        text -> {
          Object unused = table.call("has", text.getBytes(StandardCharsets.ISO_8859_1));
        };
    for (int i = 0; i < 4; i++) {
      Response.Fuzzed unused = fuzz(loop, "seed", 1, 100);
    }
    assertThat(executed).containsAll(Table.WORDS.keySet());
  }

  @Test
  void entries_areJoinedWithThoseBefore() {
    FuzzLoop loop = loop();
    fuzz(loop, "declared;", 1, 500);
    executed.clear();
    fuzz(loop, "used", 2, 500);
    assertThat(executed)
        .contains("declared;used", "useddeclared;", "declared;\nused", "used\ndeclared;");
    executed.clear();
    fuzz(loop, "used", 3, 500);
    assertThat(executed).doesNotContain("declared;used");
  }

  /** Looks at a role only where there is an id. */
  static final class Roles {
    private Roles() {}

    static boolean isAdmin(byte[] data) {
      String text = new String(data, StandardCharsets.ISO_8859_1);
      int role = text.indexOf(':');
      return text.startsWith("id") && role >= 0 && text.substring(role + 1).equals("admin");
    }
  }

  /** Whether an entry with an id is joined with one that has a role, which is then made right. */
  private boolean becomesAdmin(Technique... without) {
    Hooked roles = new Hooked(Roles.class);
    executed.clear();
    body =
        text -> {
          Object unused = roles.call("isAdmin", text.getBytes(StandardCharsets.ISO_8859_1));
        };
    FuzzLoop loop = loop(roles.comparisons());
    for (String entry : List.of("id", "role:")) {
      Response.Fuzzed unused = fuzz(loop, entry, 1, 300, withoutMutatorsAnd(without));
    }
    return executed.contains("idrole:admin");
  }

  @Test
  void entriesThatAreJoined_areFollowed() {
    assertThat(becomesAdmin()).isTrue();
    assertThat(becomesAdmin(Technique.CROSS_OVER)).isFalse();
  }

  @Test
  void fuzz_takesPartsOfAllEntriesBefore() {
    FuzzLoop loop = loop();
    fuzz(loop, "first-entry", 1, 500);
    fuzz(loop, "second-entry", 2, 500);
    executed.clear();
    fuzz(loop, "0000", 3, 5_000);
    assertThat(executed)
        .anyMatch(text -> text.contains("first-entry"))
        .anyMatch(text -> text.contains("second-entry"));
  }

  @Test
  void fuzz_executesExactlyWhatItIsAllowed() {
    FuzzLoop loop = loop();
    long before = 0;
    for (long executions : new long[] {1, 2, 3, 7, 100, 1_001}) {
      assertThat(fuzz(loop, "seed", executions, executions).executions()).isEqualTo(executions);
      assertThat(executed).hasSize((int) (before + executions));
      before += executions;
    }
    assertThat(executed).allMatch(text -> text.length() <= 64);
  }

  @Test
  void fuzz_withTheSameSeedExecutesTheSame() {
    body = text -> live[text.length() % 10] = true;
    fuzz(loop(), "seed", 5, 100);
    List<String> first = List.copyOf(executed);
    executed.clear();
    Probes fresh = new Probes();
    boolean[] again = Hits.register(fresh, 1);
    body = text -> again[text.length() % 10] = true;
    new FuzzLoop(
            execution, Input.of(SIGNATURE), Input.of(SIGNATURE), fresh, new Comparisons(), watchdog)
        .run(
            new Call.Fuzz(
                content("seed"),
                content("seed"),
                5,
                WITHOUT_MUTATORS,
                false,
                64,
                100,
                0,
                List.of(),
                List.of()));
    assertThat(executed).isEqualTo(first);
  }

  @Test
  void fuzz_endsWithAnInterestingInputThatTouchesTheProbeAgain() {
    body =
        text -> {
          if (text.startsWith("A")) {
            live[4] = true;
          }
        };
    Response.Fuzzed fuzzed = fuzz(loop(), "seed", 1, 100_000);
    assertThat(fuzzed.failure()).isNull();
    assertThat(fuzzed.interesting())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(text(found.content())).startsWith("A");
              assertThat(found.hits()).containsExactly(Hits.of(1, 4));
            });
    assertThat(fuzzed.touched()).contains(Hits.of(1, 4));
    assertThat(fuzzed.executions()).isLessThan(100_000).isEqualTo(executed.size());
    assertThat(probes.hasNew()).isFalse();
  }

  @Test
  void fuzz_withManyClassesStillFindsTheInput() {
    for (int id = 2; id < 200; id++) {
      Hits.register(probes, id);
    }
    FuzzLoop loop = loop();
    fuzz(loop, "seed", 1, 20_000);
    body =
        text -> {
          if (text.startsWith("A")) {
            live[4] = true;
          }
        };
    Response.Fuzzed fuzzed = fuzz(loop, "seed", 2, 100_000);
    assertThat(fuzzed.interesting())
        .singleElement()
        .satisfies(found -> assertThat(text(found.content())).startsWith("A"));
  }

  /** What is left of the batch shows again. */
  @Test
  void fuzz_answersBeforeItsInterestingInputsFillTheMemory() {
    List<String> seen = new ArrayList<>();
    body =
        text -> {
          if (!seen.contains(text)) {
            seen.add(text);
          }
          live[seen.indexOf(text) % live.length] = true;
        };
    String entry = "x".repeat(600_000);
    Response.Fuzzed fuzzed =
        loop()
            .run(
                new Call.Fuzz(
                    content(entry),
                    content(entry),
                    1,
                    Set.of(),
                    false,
                    700_000,
                    100,
                    0,
                    List.of(),
                    List.of()));
    assertThat(fuzzed.interesting()).hasSize(2);
    assertThat(probes.hasNew()).isFalse();
    assertThat(fuzzed.touched()).hasSize(2);
  }

  @Test
  void fuzz_takesWhatShowsOnceForNoise() {
    int[] calls = {0};
    body =
        text -> {
          if (++calls[0] == 8) {
            live[7] = true;
          }
        };
    Response.Fuzzed fuzzed = fuzz(loop(), "seed", 1, 1_000);
    assertThat(fuzzed.interesting()).isEmpty();
    assertThat(fuzzed.touched()).containsExactly(Hits.of(1, 7));
    assertThat(fuzzed.executions()).isEqualTo(1_000);
    assertThat(probes.hasNew()).isFalse();
  }

  @Test
  void fuzz_keepsWhatIsStableOfWhatShows() {
    int[] calls = {0};
    body =
        text -> {
          live[++calls[0] % 2 == 0 ? 1 : 2] = true;
          live[3] = true;
        };
    Response.Fuzzed fuzzed = fuzz(loop(), "seed", 1, 1_000);
    assertThat(fuzzed.interesting().get(0).hits())
        .flatExtracting(hits -> hits.probes().stream().boxed().toList())
        .contains(3);
    assertThat(fuzzed.interesting())
        .allSatisfy(
            found ->
                assertThat(found.hits().stream().mapToInt(ClassHits::count).sum())
                    .isLessThanOrEqualTo(2));
  }

  @Test
  void fuzz_endsWithAFailureAndItsInput() {
    body =
        text -> {
          if (text.length() > 6) {
            throw Throwing.withMessage(text);
          }
        };
    Response.Fuzzed fuzzed = fuzz(loop(), "seed", 1, 100_000);
    assertThat(fuzzed.failure().summary()).endsWith(": " + text(fuzzed.failing()));
    assertThat(text(fuzzed.failing())).isEqualTo(executed.get(executed.size() - 1));
    assertThat(fuzzed.executions()).isEqualTo(executed.size());
  }

  @Test
  void fuzz_findsAFailureInAReplayedBatch() {
    int[] calls = {0};
    body =
        text -> {
          live[1] = true;
          if (++calls[0] > 5) {
            throw Throwing.withMessage(text);
          }
        };
    Response.Fuzzed fuzzed = fuzz(loop(), "seed", 1, 100);
    assertThat(fuzzed.failure()).isNotNull();
    assertThat(text(fuzzed.failing())).isEqualTo(executed.get(executed.size() - 1));
  }

  /** Else it would learn from no more than one input in each call. */
  @Test
  void fuzz_ofWhatWasStudiedBeforeStudiesItAndWhatIsNearItAgainAndAgain() {
    String entry = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    FuzzLoop loop = loop();
    fuzz(loop, entry, 1, 10);
    executed.clear();
    fuzz(loop, entry, 2, 100_000);
    // One in ten thousand is the entry anyway, as mutations take each other back.
    assertThat(Collections.frequency(executed, entry)).isGreaterThan(14);
  }

  @Test
  void fuzz_leavesTheParentAlone() {
    FuzzLoop loop = loop();
    Content entry = content("seed");
    loop.run(new Call.Fuzz(entry, entry, 1, Set.of(), false, 64, 1_000, 0, List.of(), List.of()));
    assertThat(entry).isEqualTo(content("seed"));
  }
}
