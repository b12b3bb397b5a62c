// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitSystemTest {

  @Test
  void solution_flipsWhatIsWanted() {
    Random random = new Random(1);
    for (int count = 1; count <= 100; count++) {
      BitSystem system = new BitSystem();
      long[] effects = new long[count];
      long wanted = 0;
      for (int i = 0; i < count; i++) {
        effects[i] = random.nextLong() >>> random.nextInt(64);
        system.add(effects[i]);
        wanted ^= random.nextBoolean() ? effects[i] : 0;
      }
      BitSet solution = system.solve(wanted);
      assertThat(solution).isNotNull();
      assertThat(solution.stream().mapToLong(i -> effects[i]).reduce(0, (a, b) -> a ^ b))
          .isEqualTo(wanted);
    }
  }

  @Test
  void whatNothingFlips_hasNoSolution() {
    BitSystem system = new BitSystem();
    system.add(0b0110);
    system.add(0b0011);
    assertThat(system.solve(0b1000)).isNull();
    assertThat(system.solve(0b0101)).isEqualTo(BitSet.valueOf(new long[] {0b11}));
    assertThat(system.solve(0)).isEqualTo(new BitSet());
  }
}
