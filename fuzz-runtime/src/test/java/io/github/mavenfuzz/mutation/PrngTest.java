// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrngTest {
  @Test
  void nextLong_sameSeed_isSplitMix64() {
    Prng random = new Prng(42);
    SplittableRandom reference = new SplittableRandom(42);

    for (int i = 0; i < 1000; i++) {
      assertThat(random.nextLong()).isEqualTo(reference.nextLong());
    }
  }

  @Test
  void restore_earlierState_repeatsTheDraws() {
    Prng random = new Prng(1);
    random.nextLong();
    long state = random.state();
    long[] draws = {random.nextLong(), random.nextInt(10), random.nextInt(1000)};

    Prng other = new Prng(2);
    other.restore(state);

    assertThat(new long[] {other.nextLong(), other.nextInt(10), other.nextInt(1000)})
        .isEqualTo(draws);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 10, 22, 100, 255, 1000})
  void nextInt_manyDraws_isUniform(int bound) {
    Prng random = new Prng(3);
    int expected = 1000;
    int[] seen = new int[bound];
    for (int i = 0; i < expected * bound; i++) {
      seen[random.nextInt(bound)]++;
    }

    double chiSquare = 0;
    for (int count : seen) {
      chiSquare += (double) (count - expected) * (count - expected) / expected;
    }

    // Mean bound - 1, variance twice that: five standard deviations.
    assertThat(chiSquare).isLessThan(bound - 1 + 5 * Math.sqrt(2.0 * bound));
  }

  @Test
  void nextInt_greatestBound_staysWithin() {
    Prng random = new Prng(4);

    for (int i = 0; i < 1000; i++) {
      assertThat(random.nextInt(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
    }
  }

  @Test
  void oneIn_manyDraws_isTrueAsOftenAsItSays() {
    Prng random = new Prng(5);
    int trues = 0;
    for (int i = 0; i < 10_000; i++) {
      trues += random.oneIn(10) ? 1 : 0;
    }

    assertThat(trues).isBetween(900, 1100);
  }

  @Test
  void nextStep_manyDraws_isEverythingButZero() {
    Prng random = new Prng(6);
    int[] seen = new int[71];
    for (int i = 0; i < 70_000; i++) {
      seen[35 + random.nextStep(35)]++;
    }

    assertThat(seen[35]).isZero();
    seen[35] = 1000;
    for (int count : seen) {
      assertThat(count).isBetween(800, 1200);
    }
  }

  @Test
  void nextLength_manyDraws_isMostlyShort() {
    Prng random = new Prng(7);
    int upTo8 = 0;
    int upTo32 = 0;
    int longest = 0;
    for (int i = 0; i < 100_000; i++) {
      int length = random.nextLength(1000);
      assertThat(length).isBetween(1, 1000);
      upTo8 += length <= 8 ? 1 : 0;
      upTo32 += length <= 32 ? 1 : 0;
      longest = Math.max(longest, length);
    }

    assertThat(upTo8).isBetween(91_000, 93_500);
    assertThat(upTo32).isBetween(98_800, 99_600);
    assertThat(longest).isGreaterThan(900);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 9, 40})
  void nextLength_smallMax_staysWithinAndReachesBothEnds(int max) {
    Prng random = new Prng(8);
    boolean[] seen = new boolean[max + 1];
    for (int i = 0; i < 100_000; i++) {
      seen[random.nextLength(max)] = true;
    }

    assertThat(seen[0]).isFalse();
    assertThat(seen[1]).isTrue();
    assertThat(seen[max]).isTrue();
  }
}
