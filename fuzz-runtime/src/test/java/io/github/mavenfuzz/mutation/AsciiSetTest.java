// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsciiSetTest {

  @Test
  void set_hasItsCharactersAndNoOthers() {
    AsciiSet set = AsciiSet.of("\0\n,:?@A|~\u007F,");
    assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE).filter(set::contains).toArray())
        .containsExactly(0, '\n', ',', ':', '?', '@', 'A', '|', '~', 0x7F);
    assertThat(AsciiSet.of("").contains(0)).isFalse();
  }

  @Test
  void characters_haveToBeAscii() {
    assertThatIllegalArgumentException().isThrownBy(() -> AsciiSet.of("a\u00e9"));
  }
}
