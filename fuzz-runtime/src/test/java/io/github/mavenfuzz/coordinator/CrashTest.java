// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.coordinator.Crash.Minimization;
import io.github.mavenfuzz.coordinator.Crash.Stage;
import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Crashes on their way to findings, one by one and together. */
class CrashTest {
  private static final String IDENTITY = "0123456789abcdef";
  private static final String OTHER = "fedcba9876543210";
  private static final Content ORIGINAL = content("original");
  private static final Content SMALLER = content("small");

  private static Content content(String text) {
    return new Content(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Failure failure(Kind kind, String identity, String... types) {
    return new Failure(kind, identity, List.of(types), "summary of " + identity, "trace", true);
  }

  private static Failure failure(Kind kind) {
    return failure(kind, IDENTITY);
  }

  private static Crash crash(Failure failure, boolean suspected) {
    return new Crash(null, ORIGINAL, failure, Duration.ZERO, true, suspected, true);
  }

  private static Crash crash(Kind kind) {
    return crash(failure(kind), false);
  }

  private static Crash unminimized(Kind kind, boolean suspected) {
    return new Crash(null, ORIGINAL, failure(kind), Duration.ZERO, true, suspected, false);
  }

  /** Runs it again until nothing more is to be done that way; it always ends the same. */
  private static void replayAll(Crash crash, Failure again) {
    while (crash.stage() == Stage.MINIMIZED) {
      crash.replayed(again, true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void crash_isMinimizedUnlessItIsASeed(Kind kind) {
    assertThat(crash(kind).stage()).isEqualTo(Stage.FOUND);
    assertThat(unminimized(kind, false).stage()).isEqualTo(Stage.MINIMIZED);
    Entry seed = new Entry("s", ORIGINAL, Origin.SEED_FILE);
    assertThat(new Crash(seed, ORIGINAL, failure(kind), Duration.ZERO, true, false, true))
        .returns(Stage.DONE, Crash::stage);
  }

  @Test
  void improve_keepsTheIdentity() {
    Crash crash = crash(Kind.TIMEOUT);
    crash.improve(SMALLER, failure(Kind.TIMEOUT, OTHER));
    assertThat(crash.content()).isEqualTo(SMALLER);
    assertThat(crash.original()).isEqualTo(ORIGINAL);
    assertThat(crash.failure().summary()).contains(OTHER);
    assertThat(crash.identity()).isEqualTo(IDENTITY);
  }

  @Test
  void crash_thatWasMinimizedToAnotherPlaceIsMinimizedAnew() {
    Crash crash = crash(Kind.OUT_OF_MEMORY);
    crash.improve(SMALLER, failure(Kind.OUT_OF_MEMORY));
    crash.minimized();
    crash.replayed(failure(Kind.OUT_OF_MEMORY, OTHER), true);
    assertThat(crash.content()).isEqualTo(ORIGINAL);
    assertThat(crash.stage()).isEqualTo(Stage.MINIMIZED);
    crash.replayed(failure(Kind.OUT_OF_MEMORY), true);
    assertThat(crash.stage()).isEqualTo(Stage.FOUND);
    assertThat(crash.minimization()).isEqualTo(Minimization.WORKER_EACH);
    crash.improve(SMALLER, failure(Kind.OUT_OF_MEMORY));
    crash.minimized();
    crash.replayed(failure(Kind.OUT_OF_MEMORY), true);
    assertThat(crash.stage()).isEqualTo(Stage.DONE);
    assertThat(crash.content()).isEqualTo(SMALLER);
    assertThat(crash.flaky()).isNull();
  }

  @Test
  void crash_thatFailsAnywhereMayBeMinimizedToAnotherPlace() {
    Crash crash = crash(Kind.OUT_OF_MEMORY);
    crash.improve(SMALLER, failure(Kind.OUT_OF_MEMORY));
    crash.minimized();
    replayAll(crash, failure(Kind.OUT_OF_MEMORY, OTHER));
    assertThat(crash.stage()).isEqualTo(Stage.DONE);
    assertThat(crash.content()).isEqualTo(SMALLER);
    assertThat(crash.identity()).isEqualTo(IDENTITY);
    assertThat(crash.flaky()).isNull();
  }

  @Test
  void crash_thatFailsAgainIsDone() {
    Crash crash = crash(Kind.EXCEPTION);
    crash.minimized();
    crash.replayed(failure(Kind.EXCEPTION), true);
    assertThat(crash.stage()).isEqualTo(Stage.DONE);
    assertThat(crash.isConfirmed()).isTrue();
    assertThat(crash.flaky()).isNull();
  }

  @Test
  void crash_thatPassesIsRunAgainAndSaysHowOftenItFails() {
    Crash crash = unminimized(Kind.EXCEPTION, false);
    for (int i = 0; crash.isOpen(); i++) {
      crash.replayed(
          i == 2 ? failure(Kind.EXCEPTION) : i == 3 ? failure(Kind.EXCEPTION, OTHER) : null, true);
    }
    assertThat(crash.stage()).isEqualTo(Stage.DONE);
    assertThat(crash.flaky()).contains("failed in 1 of 10 replays").contains(OTHER);
  }

  /** What ran before it in the worker made the smaller one fail. */
  @Test
  void crash_whoseSmallerFormPassesIsMinimizedAnewWithAWorkerForEachAttempt() {
    Crash crash = crash(Kind.EXCEPTION);
    crash.improve(SMALLER, failure(Kind.EXCEPTION));
    crash.minimized();
    for (int i = 0; i < ReplayTally.MOST; i++) {
      assertThat(crash.content()).isEqualTo(SMALLER);
      crash.replayed(null, true);
    }
    assertThat(crash.stage()).isEqualTo(Stage.MINIMIZED);
    assertThat(crash.content()).isEqualTo(ORIGINAL);
    crash.replayed(failure(Kind.EXCEPTION), true);
    assertThat(crash.stage()).isEqualTo(Stage.FOUND);
    assertThat(crash.minimization()).isEqualTo(Minimization.WORKER_EACH);
    crash.improve(SMALLER, failure(Kind.EXCEPTION));
    crash.minimized();
    crash.replayed(failure(Kind.EXCEPTION), true);
    assertThat(crash.stage()).isEqualTo(Stage.DONE);
    assertThat(crash.content()).isEqualTo(SMALLER);
    assertThat(crash.flaky()).isNull();
  }

  @Test
  void crash_thatNeverFailsAgainIsTheInputThatWasMet() {
    Crash crash = crash(Kind.EXCEPTION);
    crash.improve(SMALLER, failure(Kind.EXCEPTION));
    crash.minimized();
    replayAll(crash, null);
    assertThat(crash.stage()).isEqualTo(Stage.DONE);
    assertThat(crash.content()).isEqualTo(ORIGINAL);
    assertThat(crash.flaky()).contains("failed in 0 of 10 replays");
  }

  /** How deep a stack goes varies; other failures by chance are as small as they may be. */
  @Test
  void stackOverflow_thatPassesNowAndThenWasMadeTooSmall() {
    for (Kind kind : List.of(Kind.STACK_OVERFLOW, Kind.EXCEPTION)) {
      Crash crash = crash(kind);
      crash.improve(SMALLER, failure(kind));
      crash.minimized();
      crash.replayed(null, true);
      replayAll(crash, failure(kind));
      boolean overflow = kind == Kind.STACK_OVERFLOW;
      assertThat(crash.stage()).isEqualTo(overflow ? Stage.FOUND : Stage.DONE);
      assertThat(crash.content()).isEqualTo(overflow ? ORIGINAL : SMALLER);
    }
  }

  @Test
  void crash_thatPoisonsClassesIsMinimizedWithAWorkerForEachAttempt() {
    Failure failure =
        failure(Kind.EXCEPTION, IDENTITY, "java.lang.ExceptionInInitializerError", "a.B");
    assertThat(failure.isPoisoningClasses()).isTrue();
    assertThat(crash(failure, false).minimization()).isEqualTo(Minimization.WORKER_EACH);
    assertThat(failure(Kind.EXCEPTION, IDENTITY, "a.B").isPoisoningClasses()).isFalse();
    assertThat(crash(Kind.EXCEPTION).minimization()).isEqualTo(Minimization.IN_WORKER);
  }

  @Test
  void crash_thatIsSuspectedHasToFailAgain() {
    Crash innocent = crash(failure(Kind.OUT_OF_MEMORY), true);
    assertThat(innocent.isBelieved()).isFalse();
    innocent.replayed(null, true);
    assertThat(innocent.stage()).isEqualTo(Stage.CLEARED);
    Crash guilty = crash(failure(Kind.OUT_OF_MEMORY), true);
    guilty.replayed(failure(Kind.OUT_OF_MEMORY, OTHER), true);
    assertThat(guilty.stage()).isEqualTo(Stage.FOUND);
    assertThat(guilty.identity()).as("where it fails by itself").isEqualTo(OTHER);
    Crash killed = unminimized(Kind.EXIT, true);
    killed.replayed(failure(Kind.EXIT), false);
    assertThat(killed.stage()).as("it was run again already").isEqualTo(Stage.DONE);
    assertThat(killed.minimization()).isEqualTo(Minimization.ACROSS_WORKERS);
    Crash unknown = crash(failure(Kind.EXIT), true);
    unknown.giveUp();
    assertThat(unknown.stage()).isEqualTo(Stage.CLEARED);
  }

  @Test
  void isConfirmed_isAboutTheSmallestInput() {
    Crash crash = crash(failure(Kind.OUT_OF_MEMORY), true);
    crash.replayed(failure(Kind.OUT_OF_MEMORY), true);
    assertThat(crash.isConfirmed()).isTrue();
    crash.improve(SMALLER, failure(Kind.OUT_OF_MEMORY));
    crash.giveUp();
    assertThat(crash.isConfirmed()).isFalse();
    assertThat(crash.flaky()).isNull();
  }

  @Test
  void crash_thatWasJudgedAndDoesNotGetSmallerIsNotRunAgain() {
    Crash crash = crash(failure(Kind.OUT_OF_MEMORY), true);
    crash.replayed(failure(Kind.OUT_OF_MEMORY), true);
    crash.minimized();
    assertThat(crash.stage()).isEqualTo(Stage.DONE);
    Crash smaller = crash(failure(Kind.OUT_OF_MEMORY), true);
    smaller.replayed(failure(Kind.OUT_OF_MEMORY), true);
    smaller.improve(SMALLER, failure(Kind.OUT_OF_MEMORY));
    smaller.minimized();
    assertThat(smaller.stage()).isEqualTo(Stage.MINIMIZED);
  }

  @Test
  void minimizing_countsItsTimeTogether() {
    Crash crash = crash(Kind.EXCEPTION);
    assertThat(crash.beginMinimizing(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
    assertThat(crash.gotSmaller()).isFalse();
    crash.improve(SMALLER, failure(Kind.EXCEPTION));
    assertThat(crash.gotSmaller()).isTrue();
    assertThat(crash.beginMinimizing(Duration.ofSeconds(9))).isEqualTo(Duration.ofSeconds(3));
    assertThat(crash.gotSmaller()).isFalse();
  }

  @Test
  void crashes_ofOneIdentityAreOne() {
    Crashes crashes = new Crashes(10, Set.of());
    Crash first = crash(Kind.EXCEPTION);
    assertThat(crashes.add(first)).isTrue();
    assertThat(crashes.add(crash(Kind.EXCEPTION))).isFalse();
    crashes.again(IDENTITY, 5);
    assertThat(crashes.findings()).containsExactly(first);
    assertThat(first.times()).isEqualTo(7);
  }

  /** An innocent victim of the same identity waits for its acquittal. */
  @Test
  void suspects_doNotHideEachOther() {
    Crashes crashes = new Crashes(10, Set.of());
    Crash innocent = crash(failure(Kind.OUT_OF_MEMORY), true);
    Crash guilty = crash(failure(Kind.OUT_OF_MEMORY), true);
    assertThat(crashes.add(innocent)).isTrue();
    assertThat(crashes.add(guilty)).isTrue();
    assertThat(crashes.known()).isEmpty();
    innocent.replayed(null, true);
    assertThat(crashes.judge(innocent)).isFalse();
    guilty.replayed(failure(Kind.OUT_OF_MEMORY), true);
    assertThat(crashes.judge(guilty)).isTrue();
    assertThat(crashes.findings()).containsExactly(guilty);
    assertThat(crashes.known()).containsExactly(IDENTITY);
  }

  private static Failure thrownAt(String identity, String line) {
    return new Failure(
        Kind.EXCEPTION,
        identity,
        List.of("a.B"),
        "a.B: " + identity,
        "a.B: " + identity + "\n\tat " + line + "\n\tat a.Target.fuzz(Target.java:1)",
        true);
  }

  @Test
  void site_isWhatWasThrownByWhichLine() {
    String site = thrownAt(IDENTITY, "a.P.parse(P.java:7)").site();
    assertThat(site).isNotNull();
    assertThat(thrownAt("another", "a.P.parse(P.java:7)").site()).isEqualTo(site);
    assertThat(thrownAt(IDENTITY, "a.P.parse(P.java:8)").site()).isNotEqualTo(site);
    String jdk = "java.base/java.lang.Integer.parseInt(Integer.java:9)\n\tat ";
    assertThat(thrownAt(IDENTITY, jdk + "a.P.parse(P.java:7)").site()).isEqualTo(site);
    String junit = "org.junit.jupiter.api.AssertEquals.fail(AssertEquals.java:9)\n\tat ";
    assertThat(thrownAt(IDENTITY, junit + "a.P.parse(P.java:7)").site()).isEqualTo(site);
    String wrapped = "a.P.wrap(P.java:1)\nCaused by: a.C: c\n\tat ";
    assertThat(thrownAt(IDENTITY, wrapped + "a.P.parse(P.java:7)").site()).isEqualTo(site);
    assertThat(failure(Kind.EXCEPTION).site()).as("without a stack").isNull();
    assertThat(failure(Kind.TIMEOUT).site()).isNull();
  }

  private static void replay(Crash crash, boolean fresh, @Nullable Failure again) {
    crash.beginReplay(fresh);
    crash.replayed(again, true);
  }

  @Test
  void crash_ofAConfirmedSiteMayBeRunAmongOthers() {
    Crashes crashes = new Crashes(10, Set.of());
    Crash first = crash(thrownAt("first", "a.P.parse(P.java:7)"), false);
    Crash second = crash(thrownAt("second", "a.P.parse(P.java:7)"), false);
    Crash elsewhere = crash(thrownAt("third", "a.P.parse(P.java:8)"), false);
    for (Crash crash : List.of(first, second, elsewhere)) {
      crashes.add(crash);
      assertThat(crash.mayRunAmongOthers()).as("not minimized").isFalse();
      crash.minimized();
      assertThat(crash.mayRunAmongOthers()).isTrue();
    }
    assertThat(crashes.isConfirmedSite(second)).isFalse();
    replay(first, true, first.failure());
    crashes.settle(first);
    assertThat(crashes.isConfirmedSite(second)).isTrue();
    assertThat(crashes.isConfirmedSite(elsewhere)).isFalse();
    replay(second, false, null);
    assertThat(second.stage()).as("what ran before may be why").isEqualTo(Stage.MINIMIZED);
    assertThat(second.mayRunAmongOthers()).isFalse();
    replay(second, true, second.failure());
    assertThat(second.stage()).isEqualTo(Stage.DONE);
    assertThat(second.flaky()).isNull();
    assertThat(second.isConfirmedAlone()).isTrue();
  }

  /** Even if it never fails. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void site_whereACrashIsFlakyIsNotConfirmed(int failed) {
    Crashes crashes = new Crashes(10, Set.of());
    Crash first = crash(thrownAt("first", "a.P.parse(P.java:7)"), false);
    Crash flaky = crash(thrownAt("flaky", "a.P.parse(P.java:7)"), false);
    first.minimized();
    replay(first, true, first.failure());
    crashes.settle(first);
    assertThat(crashes.isConfirmedSite(flaky)).isTrue();
    flaky.minimized();
    for (int i = 0; i < ReplayTally.MOST; i++) {
      replay(flaky, true, i < failed ? flaky.failure() : null);
    }
    assertThat(flaky.stage()).isEqualTo(Stage.DONE);
    crashes.settle(flaky);
    assertThat(crashes.isConfirmedSite(crash(first.failure(), false))).isFalse();
  }

  @Test
  void crash_amongOthersIsConfirmedButNotAlone() {
    Crash crash = crash(thrownAt(IDENTITY, "a.P.parse(P.java:7)"), false);
    crash.minimized();
    replay(crash, false, crash.failure());
    assertThat(crash.stage()).isEqualTo(Stage.DONE);
    assertThat(crash.isConfirmed()).isTrue();
    assertThat(crash.isConfirmedAlone()).isFalse();
  }

  @Test
  void memory_thatNobodyTellsAPlaceOfIsOneFinding() {
    Failure nowhere = failure(Kind.OUT_OF_MEMORY, Failure.NOWHERE);
    Crash suspect = crash(nowhere, true);
    replay(suspect, true, nowhere);
    assertThat(suspect.identity()).isNotEqualTo(Failure.NOWHERE);
    Crash placed = crash(failure(Kind.OUT_OF_MEMORY), false);
    placed.improve(SMALLER, nowhere);
    assertThat(placed.content()).isEqualTo(SMALLER);
    assertThat(placed.failure()).as("its stack").isEqualTo(failure(Kind.OUT_OF_MEMORY));
    placed.minimized();
    replay(placed, true, nowhere);
    assertThat(placed.stage()).isEqualTo(Stage.DONE);
    assertThat(placed.content()).isEqualTo(SMALLER);
    assertThat(placed.failure()).isEqualTo(failure(Kind.OUT_OF_MEMORY));
  }

  @Test
  void failures_withoutAPlaceAreLookedIntoEverMoreRarely() {
    Crashes crashes = new Crashes(10, Set.of());
    Failure somewhere = failure(Kind.OUT_OF_MEMORY);
    crashes.add(crash(somewhere, false));
    for (int patience : new int[] {0, 1, 3, 7}) {
      assertThat(crashes.known()).doesNotContain(Failure.NOWHERE);
      Crash unplaced = crash(failure(Kind.OUT_OF_MEMORY, Failure.NOWHERE), true);
      assertThat(crashes.add(unplaced)).isTrue();
      assertThat(crashes.add(crash(failure(Kind.OUT_OF_MEMORY, Failure.NOWHERE), true))).isFalse();
      crashes.again(Failure.NOWHERE, 100);
      assertThat(crashes.known()).as("while one is run again").contains(Failure.NOWHERE);
      unplaced.replayed(somewhere, true);
      assertThat(crashes.judge(unplaced)).isFalse();
      crashes.again(Failure.NOWHERE, 2L * patience);
      assertThat(crashes.known()).contains(Failure.NOWHERE);
      crashes.again(Failure.NOWHERE, 1);
      assertThat(crashes.known()).doesNotContain(Failure.NOWHERE);
    }
    Crash elsewhere = crash(failure(Kind.OUT_OF_MEMORY, Failure.NOWHERE), true);
    crashes.add(elsewhere);
    elsewhere.replayed(failure(Kind.OUT_OF_MEMORY, "00000000e15e43e0"), true);
    assertThat(crashes.judge(elsewhere)).isTrue();
    assertThat(crashes.known()).as("there may be more").doesNotContain(Failure.NOWHERE);
  }

  @ParameterizedTest
  @EnumSource
  void crashes_thatShowAnywhereAreOneIfTheirSmallestInputIs(Kind kind) {
    Crashes crashes = new Crashes(10, Set.of());
    Crash first = crash(failure(kind), false);
    Crash second = crash(failure(kind, OTHER), false);
    crashes.add(first);
    crashes.add(second);
    assertThat(crashes.findings()).hasSize(2);
    assertThat(crashes.merge(second)).isEqualTo(kind.isAnywhere() ? first : null);
    assertThat(crashes.findings()).hasSize(kind.isAnywhere() ? 1 : 2);
    crashes.again(OTHER, 3);
    assertThat(first.times()).isEqualTo(kind.isAnywhere() ? 5 : 1);
    assertThat(crashes.known()).containsExactly(IDENTITY, OTHER);
  }

  @Test
  void crashes_ofAnotherInputAreNotMerged() {
    Crashes crashes = new Crashes(10, Set.of());
    Crash second = crash(failure(Kind.TIMEOUT, OTHER), false);
    crashes.add(crash(Kind.TIMEOUT));
    crashes.add(second);
    second.improve(SMALLER, failure(Kind.TIMEOUT));
    assertThat(crashes.merge(second)).isNull();
    assertThat(crashes.findings()).hasSize(2);
  }
}
