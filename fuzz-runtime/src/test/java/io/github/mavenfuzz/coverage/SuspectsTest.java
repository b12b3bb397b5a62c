// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuspectsTest {
  private final Probes probes = new Probes();
  private final boolean[] touched = new boolean[3];
  private final boolean[] untouched = new boolean[3];

  @Test
  void suspects_areTheClassesThatShowedSomethingNew() {
    Probes.Suspects suspects = suspects();
    suspects.rewind();
    untouched[1] = true;
    assertThat(suspects.hasNew()).isFalse();
    assertThat(probes.hasNew()).isTrue();
    touched[2] = true;
    assertThat(suspects.newHits()).extracting(ClassHits::className).containsExactly("Touched");
  }

  @Test
  void rewind_leavesOtherClassesAsTheyAre() {
    Probes.Suspects suspects = suspects();
    untouched[0] = true;
    suspects.rewind();
    assertThat(touched).containsExactly(false, false, false);
    assertThat(untouched).containsExactly(true, false, false);
  }

  private Probes.Suspects suspects() {
    probes.register(1, "Touched", touched);
    probes.register(2, "Untouched", untouched);
    touched[1] = true;
    return probes.suspects();
  }
}
