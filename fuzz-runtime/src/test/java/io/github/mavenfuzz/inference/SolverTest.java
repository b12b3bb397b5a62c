// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Hooked;
import io.github.mavenfuzz.corpus.ParameterType;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.mutation.Input;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolverTest {
  private static final Signature BYTES = new Signature(List.of(ParameterType.BYTES));

  private final Input input = Input.of(BYTES);
  private final Input parent = Input.of(BYTES);
  private final Hooked hooked = new Hooked(Solvable.class);

  /** Runs one method of {@link Solvable}. */
  private final class Running implements Solver.Runs {
    final String method;
    final int most;
    int runs;
    boolean solved;

    Running(String method, int most) {
      this.method = method;
      this.most = most;
    }

    @Override
    public boolean run() {
      if (runs >= most) {
        return false;
      }
      runs++;
      solved |= Boolean.TRUE.equals(hooked.call(method, input.get().get(0)));
      return true;
    }

    @Override
    public boolean looks() {
      return solved;
    }

    Solver solver() {
      return new Solver(hooked.comparisons(), input, Input.of(BYTES), this);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "offset, 0000",
    "product, 0a0b0c0d0e0f",
    "sum, 000000",
    "hexadecimal, 10A0f2",
    "decimal, 5",
    "negative, -7",
    "negative, 12",
    "hash, abcdefgh",
    "masked, 0000",
    "rotated, 0000",
    "redundancy, some text",
    "chain, 00000",
    "distance, 00000",
    "backwards, abcdefg",
    "enciphered, abcdef",
    "lookedUp, abcdef",
    "apart, 00",
    "hiddenByItsBeginning, 0123456789",
    "scaled, 00000000"
  })
  void whatItCompares_isMadeToComeOut(String method, String from) {
    Running running = new Running(method, 20_000);
    parent.set(List.of(bytes(from)));
    assertThat(running.solver().solve(parent)).isTrue();
    assertThat(running.solved).isTrue();
  }

  @Test
  void whatCameOut_staysSo() {
    Running running = new Running("packet", 20_000);
    parent.set(List.of(new byte[] {2, 0, 0, 0, 0, 0, 0}));
    assertThat(running.solver().solve(parent)).isTrue();
    assertThat(running.solved).isTrue();
  }

  @Test
  void whatIsMadeFromAnInput_isMended() {
    Running running = new Running("packet", 20_000);
    Solver solver = running.solver();
    byte[] right = {2, 'H', 0, 0, 0, 0, (byte) (256 - 2 - 'H')};
    parent.set(List.of(right));
    assertThat(solver.understand(parent)).isTrue();
    assertThat(running.solved).isTrue();
    for (byte[] broken :
        new byte[][] {
          {2, 'H', 9, 9, 0, 0, (byte) (256 - 2 - 'H')},
          {2, 'H', 0, 7, 7, 7, 0, 0, (byte) (256 - 2 - 'H')},
          {2, 'H', 0, 0, 0, (byte) (256 - 2 - 'H')}
        }) {
      running.solved = false;
      input.set(List.of(broken));
      solver.mend();
      assertThat(running.solved).as("%d bytes", broken.length).isTrue();
    }
  }

  @Test
  void whatCannotBe_isGivenUp() {
    Running running = new Running("nothing", 20_000);
    parent.set(List.of(bytes("abc")));
    assertThat(running.solver().solve(parent)).isTrue();
    assertThat(running.solved).isFalse();
    assertThat(running.runs).isLessThan(100);
  }

  @Test
  void time_isKeptTo() {
    Running running = new Running("hash", 5);
    parent.set(List.of(bytes("abcdefgh")));
    assertThat(running.solver().solve(parent)).isFalse();
    assertThat(running.runs).isEqualTo(5);
    assertThat(running.solved).isFalse();
  }

  @Test
  void longInput_isLeftAlone() {
    Running running = new Running("sum", 20_000);
    parent.set(List.of(new byte[257]));
    assertThat(running.solver().solve(parent)).isTrue();
    assertThat(running.runs).isZero();
  }
}
