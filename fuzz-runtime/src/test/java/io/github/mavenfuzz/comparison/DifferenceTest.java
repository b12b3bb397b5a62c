// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void texts_differInPlacesAndLength() {
    assertThat(Difference.between("magic", "magic")).isZero();
    assertThat(Difference.between("mafia", "magic")).isEqualTo(2);
    assertThat(Difference.between("", "magic")).isEqualTo(5);
    assertThat(Difference.between("magic!", "magic")).isEqualTo(1);
  }

  @Test
  void arraysOfAKind_differAlike() {
    assertThat(Difference.between(new byte[] {1, 2}, new byte[] {1, 3, 4})).isEqualTo(2);
    assertThat(Difference.between(new int[] {1}, new int[] {1})).isZero();
    assertThat(Difference.between(new long[] {1}, new long[] {2})).isEqualTo(1);
  }

  @Test
  void othersSayNothing() {
    assertThat(Difference.between(null, "a")).isNegative();
    assertThat(Difference.between("a", 1)).isNegative();
    assertThat(Difference.between(new byte[1], new int[1])).isNegative();
    assertThat(Difference.between(List.of("a"), List.of("b"))).isNegative();
    assertThat(Difference.between("a".repeat(300), "b".repeat(300))).isNegative();
  }
}
