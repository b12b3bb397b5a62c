// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockMutatorsTest {
  private static final int RUNS = 20_000;

  private static Set<String> mutants(String text, String mate, int maxLength) {
    Prng random = new Prng(1);
    Set<String> mutants = new HashSet<>();
    BytesValue other = new BytesValue();
    other.set(mate.getBytes(ISO_8859_1));
    BytesValue value = new BytesValue();
    value.mateWith(other);
    for (int i = 0; i < RUNS; i++) {
      value.set(text.getBytes(ISO_8859_1));
      if (BlockMutators.mutate(value, random, maxLength)) {
        assertThat(value.image()).isNotEqualTo(text).hasSizeLessThanOrEqualTo(maxLength);
        mutants.add(value.image());
      } else {
        assertThat(value.image()).isEqualTo(text);
      }
    }
    return mutants;
  }

  @Test
  void blocks_areRemovedRepeatedAndSwapped() {
    assertThat(mutants("aaaabbbbcccc", "", 100))
        .contains("bbbbcccc", "aaaacccc", "bbbbaaaacccc", "ccccbbbbaaaa")
        .contains("aaaabbbbccccaaaa", "aaaabbbbbbbbcccc", "aaaaaaaacccc")
        .contains("aaaacc");
  }

  @Test
  void blocks_mayBeginBehindAHead() {
    assertThat(mutants("Haaaabbbb", "", 100)).contains("Hbbbbaaaa", "Hbbbb", "Haaaabbbbaaaa");
  }

  @Test
  void mate_givesBlocksOfItsOwn() {
    assertThat(mutants("aaaabbbb", "ccccdddd", 100))
        .contains("aaaaddddbbbb", "aaaabbbbcccc", "ccccbbbb", "ddddaaaabbbb");
    assertThat(mutants("Haaaabbbb", "Hccccdddd", 100)).contains("Haaaaddddbbbb");
  }

  @Test
  void blocks_areNotAddedWhereThereIsNoRoom() {
    assertThat(mutants("aabb", "ccdd", 4)).contains("bbaa", "ccbb", "aa").isNotEmpty();
    assertThat(mutants("a", "b", 4)).isEmpty();
    assertThat(mutants("", "bbbb", 8)).isEmpty();
  }
}
