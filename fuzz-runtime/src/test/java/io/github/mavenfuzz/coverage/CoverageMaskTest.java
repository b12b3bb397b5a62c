// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageMaskTest {
  private final CoverageMask mask = new CoverageMask();

  @Test
  void add_returnsWhatIsNew() {
    assertThat(mask.add(List.of(Hits.of(1, 0, 3)))).containsExactly(Hits.of(1, 0, 3));
    assertThat(mask.add(List.of(Hits.of(1, 3, 4), Hits.of(2, 3))))
        .containsExactly(Hits.of(1, 4), Hits.of(2, 3));
    assertThat(mask.add(List.of(Hits.of(1, 0, 3, 4), Hits.of(2, 3)))).isEmpty();
    assertThat(mask.count()).isEqualTo(4);
    assertThat(mask.all()).containsExactly(Hits.of(1, 0, 3, 4), Hits.of(2, 3));
  }

  @Test
  void add_ofNothingIsNothing() {
    assertThat(mask.add(List.of())).isEmpty();
    assertThat(mask.add(List.of(Hits.of(1)))).isEmpty();
    assertThat(mask.all()).isEmpty();
    assertThat(mask.count()).isZero();
  }

  @Test
  void add_ofOneClassTwiceCountsOnce() {
    assertThat(mask.add(List.of(Hits.of(1, 0), Hits.of(1, 0, 1))))
        .containsExactly(Hits.of(1, 0), Hits.of(1, 1));
    assertThat(mask.count()).isEqualTo(2);
  }

  @Test
  void add_leavesItsArgumentAlone() {
    ClassHits first = Hits.of(1, 0);
    mask.add(List.of(first));
    mask.add(List.of(Hits.of(1, 1)));
    assertThat(first).isEqualTo(Hits.of(1, 0));
    assertThat(mask.all()).containsExactly(Hits.of(1, 0, 1));
  }

  @Test
  void classHits_areSets() {
    assertThat(Hits.of(1, 0, 1, 2).and(Hits.of(1, 1, 2, 3))).isEqualTo(Hits.of(1, 1, 2));
    assertThat(Hits.of(1, 0, 1, 2).andNot(Hits.of(1, 1, 2, 3))).isEqualTo(Hits.of(1, 0));
    assertThat(Hits.of(1, 0, 9).count()).isEqualTo(2);
  }
}
