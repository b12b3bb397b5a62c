// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Site.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  void parts_differFromWhatTheyAreToBe() {
    assertThat(Difference.at(Kind.EQUAL, "magic", "magi")).isEqualTo(1);
    assertThat(Difference.at(Kind.PREFIX, "magnet and more", "magic")).isEqualTo(2);
    assertThat(Difference.at(Kind.PREFIX, "m", "magic")).isEqualTo(4);
    assertThat(Difference.at(Kind.SUFFIX, "is magic", "topic")).isEqualTo(3);
    assertThat(Difference.at(Kind.INFIX, "a magnet", "magic")).isEqualTo(2);
    assertThat(Difference.at(Kind.INFIX, "a magic", "magic")).isZero();
    assertThat(Difference.at(Kind.FORM, "a", "b")).isNegative();
  }

  @Test
  void key_differsFromTheNearestElement() {
    assertThat(Difference.at(Kind.LOOK_UP, Map.of("colour", 1, "shape", 2), "shade")).isEqualTo(1);
    assertThat(Difference.at(Kind.LOOK_UP, List.of("x"), "xyz")).isEqualTo(2);
    assertThat(Difference.at(Kind.LOOK_UP, Set.of(), "xyz")).isNegative();
    assertThat(Difference.at(Kind.LOOK_UP, "a text", "text")).isZero();
    assertThat(Difference.at(Kind.LOOK_UP, null, "text")).isNegative();
  }

  @Test
  void size_isThatOfContainers() {
    assertThat(Difference.size(Kind.LOOK_UP, Map.of("a", 1))).isEqualTo(1);
    assertThat(Difference.size(Kind.LOOK_UP, List.of(1, 2))).isEqualTo(2);
    assertThat(Difference.size(Kind.LOOK_UP, "text")).isNegative();
    assertThat(Difference.size(Kind.EQUAL, List.of(1, 2))).isNegative();
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
