// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {
  /** One that puts numbers in order. */
  private static final int ORDER = 6;

  /** Two that tell whether numbers are equal. */
  private static final int X = 9;

  private static final int Y = 11;

  private final Progress progress = new Progress();

  /** Whether an execution that compares these numbers, a site and two each, is progress. */
  private boolean isProgress(int... comparisons) {
    progress.begin();
    boolean further = false;
    for (int i = 0; i < comparisons.length; i += 3) {
      further |= progress.compared(comparisons[i], comparisons[i + 1], comparisons[i + 2]);
    }
    return further;
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
  void sides_comeNearerByAGoodPartOrNotAtAll() {
    assertThat(progress.compared(ORDER, 1_000, 9_000)).isFalse();
    assertThat(progress.compared(ORDER, 1_100, 9_000)).isFalse();
    assertThat(progress.compared(ORDER, 2_001, 9_000)).isTrue();
    assertThat(progress.compared(ORDER, 2_001, 9_000)).isFalse();
    assertThat(progress.compared(ORDER, 9_001, 9_000)).isTrue();
  }

  @Test
  void equalSides_areNoneInOrder() {
    assertThat(progress.compared(ORDER, 5, 5)).isFalse();
    assertThat(progress.compared(ORDER, 5_000, 5_000)).isFalse();
  }

  @Test
  void extremes_areNoNeighbours() {
    assertThat(progress.compared(ORDER, Long.MIN_VALUE, Long.MAX_VALUE)).isFalse();
    assertThat(progress.compared(ORDER, Long.MIN_VALUE, 0)).isFalse();
    assertThat(progress.compared(ORDER, Long.MAX_VALUE, -1)).isFalse();
  }

  @Test
  void site_isReachedMoreOftenByAGoodPartOrNotAtAll() {
    assertThat(progress.reached(3, 1)).isTrue();
    assertThat(progress.reached(3, 1)).isFalse();
    assertThat(progress.reached(3, 80)).isTrue();
    assertThat(progress.reached(3, 91)).isTrue();
    assertThat(progress.reached(3, 102)).isFalse();
  }
}
