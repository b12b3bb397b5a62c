// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareTest {
  private static final long FIRST = 100;

  private final Share share = new Share(FIRST, 1);

  private long taken(long now, long all, long discoveries, long own) {
    return taken(share, now, all, discoveries, own);
  }

  /** How much it takes if it takes all that it may. */
  private static long taken(Share share, long now, long all, long discoveries, long own) {
    share.begin(now, all, discoveries);
    long end = now;
    while (share.isLeft(end)) {
      end++;
    }
    share.end(end, own);
    return end - now;
  }

  @Test
  void something_isGrantedAtFirst() {
    assertThat(taken(5, 0, 0, 0)).isEqualTo(FIRST);
    assertThat(taken(200, 0, 0, 0)).as("once").isZero();
  }

  @Test
  void whatPaysAsAllDoes_getsASixteenth() {
    assertThat(taken(0, 0, 0, 99)).isEqualTo(FIRST);
    // It had one part in 80 of the time, and as many discoveries of all.
    assertThat(taken(0, 15_900, 7_920, 0)).isBetween(980L, 1_000L);
  }

  @Test
  void whatGetsMoreThanOthers_getsItOfTheTimeAfterTheFirst() {
    Share more = new Share(FIRST, 4);
    assertThat(taken(more, 0, 0, 0, 99)).isEqualTo(FIRST);
    assertThat(taken(more, 0, 15_900, 7_920, 0)).isBetween(3_930L, 4_000L);
  }

  @Test
  void whereNothingIsFound_getsAnEighth() {
    assertThat(taken(0, 0, 0, 0)).isEqualTo(FIRST);
    assertThat(taken(0, 16_000, 0, 0)).isEqualTo(2_000);
    assertThat(taken(0, 32_000, 0, 0)).isEqualTo(2_000);
  }

  @Test
  void whereNothingIsFoundAnyMore_getsAnEighth() {
    assertThat(taken(0, 0, 0, 0)).isEqualTo(FIRST);
    assertThat(taken(0, 6_400, 1_000, 0)).as("it does not pay").isEqualTo(100);
    assertThat(taken(0, 8_400, 1_000, 0)).as("nothing does, but not for long").isLessThan(100);
    assertThat(taken(0, 16_000, 1_000, 0)).isBetween(1_800L, 2_000L);
    assertThat(taken(0, 32_000, 1_001, 0)).as("something does again").isZero();
  }

  @Test
  void whatPaysMore_getsMoreButNotAll() {
    assertThat(taken(0, 0, 0, 10_000)).isEqualTo(FIRST);
    assertThat(taken(0, 8_000, 1, 0)).isBetween(1_980L, 2_020L);
  }

  @Test
  void whatDoesNotPay_isNotForgotten() {
    assertThat(taken(0, 0, 0, 0)).isEqualTo(FIRST);
    assertThat(taken(0, 640_000, 1_000_000, 0)).isBetween(9_980L, 10_020L);
    assertThat(taken(0, 640_000, 1_000_000, 0)).as("it has taken that").isZero();
    assertThat(taken(0, 1_280_000, 1_000_001, 0)).isBetween(9_980L, 10_020L);
  }
}
