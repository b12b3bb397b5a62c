// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Milestone.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  /** One that puts numbers in order. */
  private static final int ORDER = 6;

  /** Two that tell whether numbers are equal. */
  private static final int X = 9;

  private static final int Y = 11;

  private final Progress progress = new Progress();

  /** In what an execution comes further that compares these numbers, a site and two each. */
  private List<Milestone> milestones(int length, long... comparisons) {
    progress.begin(new Subject(".".repeat(length)));
    for (int i = 0; i < comparisons.length; i += 3) {
      progress.compared((int) comparisons[i], comparisons[i + 1], comparisons[i + 2]);
    }
    return progress.milestones();
  }

  private boolean isProgress(long... comparisons) {
    return !milestones(10, comparisons).isEmpty();
  }

  private boolean isReachedMoreOften(int times) {
    progress.begin(new Subject("0123456789"));
    progress.reached(3, times);
    return progress.milestones().equals(List.of(new Milestone(Kind.TIMES, 3)));
  }

  @Test
  void state_isNewOnce() {
    assertThat(isProgress(X, 1, 2)).isTrue();
    assertThat(isProgress(X, 1, 2)).isFalse();
    assertThat(isProgress(X, 1, 2, X, 2, 3)).isTrue();
    assertThat(isProgress(X, 2, 3, X, 1, 2)).isFalse();
  }

  @Test
  void state_isOfTwoAxes() {
    assertThat(isProgress(X, 1, 2, Y, 1, 2)).isTrue();
    assertThat(isProgress(X, 1, 2, X, 2, 3)).isTrue();
    assertThat(isProgress(X, 1, 2, X, 2, 3, Y, 1, 2)).isTrue();
    assertThat(isProgress(X, 1, 2, X, 2, 3, Y, 1, 2)).isFalse();
    assertThat(isProgress(X, 1, 2, Y, 1, 2)).isFalse();
  }

  /** Whether an execution comes further that steps from one place of a table to another. */
  private boolean isPlace(int... rowsAndColumns) {
    progress.begin(new Subject("0123456789"));
    for (int i = 0; i < rowsAndColumns.length; i += 2) {
      // How it gets there is compared, too.
      progress.compared(X, i % 4, i % 4);
      progress.indexed(Y, rowsAndColumns[i]);
      progress.indexed(Y + 2, rowsAndColumns[i + 1]);
    }
    return !progress.milestones().isEmpty();
  }

  @Test
  void places_areOfTwoIndicesWhateverElseIsCompared() {
    assertThat(isPlace(1, 1, 1, 2, 1, 3)).isTrue();
    assertThat(isPlace(1, 1, 2, 1, 3, 1)).isTrue();
    assertThat(isPlace(1, 1, 1, 2, 1, 3)).isFalse();
    assertThat(isPlace(1, 1, 1, 2, 1, 3, 2, 3)).isTrue();
    assertThat(isPlace(1, 1, 1, 2, 1, 3, 2, 3, 3, 3)).isTrue();
    assertThat(isPlace(1, 1, 1, 2, 1, 3, 2, 3)).isFalse();
  }

  private boolean isProgress(String input, long... comparison) {
    progress.begin(new Subject(input));
    progress.compared((int) comparison[0], comparison[1], comparison[2]);
    return !progress.milestones().isEmpty();
  }

  @Test
  void charsOfTheInput_areStatesOnlyAsFarAsTheyAreWhatTheyAreToBe() {
    assertThat(isProgress("a", X, 'a', 'R')).isTrue();
    assertThat(isProgress("b", X, 'b', 'R')).isFalse();
    assertThat(isProgress("R", X, 'c', 'R')).isFalse();
    assertThat(isProgress("R", X, 'R', 'R')).isTrue();
    assertThat(isProgress("c", X, 'd', 'R')).isTrue();
    assertThat(isProgress("\u0003\u0004", X, 3, 4)).isTrue();
    assertThat(isProgress("\u0003\u0004", X, 4, 3)).isTrue();
    assertThat(isProgress("\u00fe", X, -2, 'R')).isFalse();
  }

  @Test
  void charsOfTheInput_areNoPlaces() {
    progress.begin(new Subject("abc"));
    progress.indexed(X, 'b');
    assertThat(progress.milestones()).isEmpty();
    progress.indexed(X, 'd');
    assertThat(progress.milestones()).hasSize(1);
  }

  @Test
  void orders_haveNoStates() {
    assertThat(isProgress(ORDER, 1, 2)).isFalse();
    assertThat(isProgress(ORDER, 3, 4)).isFalse();
  }

  @Test
  void statesOfOneSite_haveAnEnd() {
    int fresh = 0;
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 10; j++) {
        fresh += isProgress(X, i, j) ? 1 : 0;
      }
    }
    assertThat(fresh).isEqualTo(512);
    assertThat(isProgress(Y, 1, 2)).isTrue();
  }

  @Test
  void state_isReachedAnewByAMuchShorterInput() {
    List<Milestone> first = milestones(80, X, 1, 2);
    assertThat(first).extracting(Milestone::kind).containsExactly(Kind.STATE);
    assertThat(milestones(70, X, 1, 2)).isEmpty();
    assertThat(milestones(69, X, 1, 2)).isEqualTo(first);
    assertThat(milestones(69, X, 1, 2)).isEmpty();
  }

  @Test
  void sides_comeNearerByAGoodPartOrNotAtAll() {
    assertThat(isProgress(ORDER, 1_000, 9_000)).isFalse();
    assertThat(isProgress(ORDER, 1_100, 9_000)).isFalse();
    assertThat(milestones(10, ORDER, 2_001, 9_000))
        .containsExactly(new Milestone(Kind.NEAREST, Sites.slot(ORDER)));
    assertThat(isProgress(ORDER, 2_001, 9_000)).isFalse();
    assertThat(isProgress(ORDER, 9_001, 9_000)).isTrue();
  }

  @Test
  void sides_comeNearerByTheLastStepsEach() {
    assertThat(isProgress(ORDER, 0, 255)).isFalse();
    assertThat(isProgress(ORDER, 1, 255)).isTrue();
    assertThat(isProgress(ORDER, 1, 255)).isFalse();
    assertThat(isProgress(ORDER, 254, 255)).isTrue();
  }

  @Test
  void sequences_comeNearerPlaceByPlace() {
    for (int[] placesAndProgress : new int[][] {{9, 0}, {9, 0}, {8, 1}, {8, 0}, {10, 0}, {1, 1}}) {
      progress.begin(new Subject("0123456789"));
      progress.differed(3, null, placesAndProgress[0]);
      assertThat(progress.milestones()).hasSize(placesAndProgress[1]);
    }
  }

  @Test
  void sequences_ofOneSiteComeNearerToEachConstantForItself() {
    for (String constant : new String[] {"select", "from"}) {
      for (int places : new int[] {5, 0}) {
        progress.begin(new Subject("x"));
        progress.differed(3, constant, places);
        assertThat(progress.milestones()).hasSize(places == 0 ? 1 : 0);
      }
    }
  }

  @Test
  void text_isFoundInTheInputOnce() {
    Kind[] expected = {null, Kind.IN_INPUT, null};
    for (int i = 0; i < expected.length; i++) {
      progress.begin(new Subject(i == 0 ? "{}" : "{key}"));
      progress.compared(3, "replay", "key");
      assertThat(progress.milestones())
          .extracting(Milestone::kind)
          .isEqualTo(expected[i] == null ? List.of() : List.of(expected[i]));
    }
    progress.begin(new Subject("{key}"));
    progress.compared(3, "other", "");
    assertThat(progress.milestones()).as("nothing is everywhere").isEmpty();
  }

  @Test
  void texts_meetOnce() {
    progress.begin(new Subject("x"));
    progress.differed(3, "key", 0);
    assertThat(progress.milestones()).extracting(Milestone::kind).containsExactly(Kind.MET);
    progress.begin(new Subject("x"));
    progress.differed(3, "key", 0);
    assertThat(progress.milestones()).isEmpty();
    progress.differed(3, "other", 0);
    assertThat(progress.milestones()).extracting(Milestone::kind).containsExactly(Kind.MET);
  }

  @Test
  void container_growsByAGoodPartOrNotAtAll() {
    for (int[] sizeAndProgress :
        new int[][] {{-1, 0}, {0, 0}, {1, 2}, {1, 0}, {2, 1}, {80, 1}, {85, 0}, {91, 1}}) {
      progress.begin(new Subject("x"));
      progress.grew(3, sizeAndProgress[0]);
      assertThat(progress.milestones()).hasSize(sizeAndProgress[1]);
    }
  }

  @Test
  void equalSides_areNoneInOrder() {
    assertThat(isProgress(ORDER, 5, 5)).isFalse();
    assertThat(isProgress(ORDER, 5_000, 5_000)).isFalse();
  }

  @Test
  void extremes_areNoNeighbours() {
    assertThat(isProgress(ORDER, Long.MIN_VALUE, Long.MAX_VALUE)).isFalse();
    assertThat(isProgress(ORDER, Long.MIN_VALUE, 0)).isFalse();
    assertThat(isProgress(ORDER, Long.MAX_VALUE, -1)).isFalse();
  }

  @Test
  void site_isReachedMoreOftenByAGoodPartOrNotAtAll() {
    assertThat(isReachedMoreOften(1)).isTrue();
    assertThat(isReachedMoreOften(1)).isFalse();
    assertThat(isReachedMoreOften(80)).isTrue();
    assertThat(isReachedMoreOften(91)).isTrue();
    assertThat(isReachedMoreOften(102)).isFalse();
  }

  @Test
  void timesWithoutEnd_areNoProgress() {
    assertThat(isReachedMoreOften(1 << 16)).isTrue();
    assertThat(isReachedMoreOften(1 << 20)).isFalse();
  }
}
