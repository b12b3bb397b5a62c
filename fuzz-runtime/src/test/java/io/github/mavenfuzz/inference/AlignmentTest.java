// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.ParameterType;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.mutation.Cells;
import io.github.mavenfuzz.mutation.Input;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  private static Cells cells(String text) {
    Input input = Input.of(new Signature(List.of(ParameterType.STRING)));
    input.set(List.of(text));
    return new Cells(input);
  }

  private static int[] places(String known, String changed) {
    Alignment alignment = Alignment.of(cells(known), cells(changed));
    return IntStream.range(0, known.length()).map(alignment::of).toArray();
  }

  @Test
  void sameLength_isTheSamePlace() {
    assertThat(places("abc", "xyz")).containsExactly(0, 1, 2);
  }

  @Test
  void insertion_movesWhatIsBehindIt() {
    assertThat(places("abcd", "abXYcd")).containsExactly(0, 1, 4, 5);
    assertThat(places("aaa", "aaaa")).as("in which place does not matter").hasSize(3);
  }

  @Test
  void whatIsGone_isNowhere() {
    assertThat(places("abcd", "ad")).containsExactly(0, -1, -1, 1);
    assertThat(places("abcd", "")).containsExactly(-1, -1, -1, -1);
    assertThat(places("abcd", "aXXXd")).containsExactly(0, -1, -1, 4);
  }
}
