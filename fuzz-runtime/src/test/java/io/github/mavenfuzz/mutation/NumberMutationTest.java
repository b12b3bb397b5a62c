// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.ParameterType;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumberMutationTest {
  @ParameterizedTest
  @EnumSource(
      value = ParameterType.class,
      names = {"BYTES", "STRING"},
      mode = EnumSource.Mode.EXCLUDE)
  void mutate_anyValue_changesIt(ParameterType type) {
    Prng random = new Prng(1);
    Value value = Value.of(type);
    for (int i = 0; i < 50_000; i++) {
      Object before = value.get();
      value.mutate(random, 0);

      // The NaNs are equal to each other, though they differ in their bits.
      boolean isNaN = before.toString().equals("NaN");
      assertThat(isNaN || !value.get().equals(before)).as("%s", before).isTrue();
      assertThat(value.get()).isInstanceOf(type.boxed());
    }
  }

  @Test
  void mutate_byte_reachesEveryByte() {
    assertThat(reached(ParameterType.BYTE, (byte) 0, 200_000)).hasSize(255);
  }

  @Test
  void mutate_chained_reachesAllMagnitudes() {
    Prng random = new Prng(2);
    Value value = Value.of(ParameterType.LONG);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      value.mutate(random, 0);
      seen.add(Long.numberOfLeadingZeros((Long) value.get()));
    }

    assertThat(seen).hasSize(65);
  }

  @Test
  void mutate_short_reachesLimits() {
    assertThat(reached(ParameterType.SHORT, (short) 0, 50_000))
        .contains((short) 127, (short) 128, (short) -129, (short) 255, (short) 256)
        .contains(Short.MAX_VALUE, Short.MIN_VALUE, (short) -1, (short) 35, (short) -35);
  }

  @Test
  void mutate_int_reachesLimits() {
    assertThat(reached(ParameterType.INT, 0, 50_000))
        .contains(Integer.MAX_VALUE, Integer.MIN_VALUE, 65_535, 65_536, 32_767, -32_769, 1000);
  }

  @Test
  void mutate_long_reachesLimits() {
    assertThat(reached(ParameterType.LONG, 0L, 50_000))
        .contains(Long.MAX_VALUE, Long.MIN_VALUE, 0xFFFF_FFFFL, 0x1_0000_0000L, -2147483649L);
  }

  @Test
  void mutate_char_reachesAsciiAndUnusual() {
    Set<Object> seen = reached(ParameterType.CHAR, 'x', 50_000);

    for (char c = ' '; c < 'x'; c++) {
      assertThat(seen).contains(c);
    }
    assertThat(seen).contains('\uFEFF', '\u0130', '\uFFFF', '\uD83D', '\u00E9');
  }

  @Test
  void mutate_double_reachesInteresting() {
    assertThat(reached(ParameterType.DOUBLE, 1.0, 50_000))
        .contains(0.0, -0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE)
        .contains(Double.NEGATIVE_INFINITY, Double.MAX_VALUE, Math.nextUp(1.0), Math.nextDown(1.0))
        .contains(0x1p53, 1e100, 100.0, 0.5, 3.0);
  }

  @Test
  void mutate_float_reachesInteresting() {
    assertThat(reached(ParameterType.FLOAT, 1f, 50_000))
        .contains(0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE)
        .contains(Math.nextUp(1f), 0x1p24f, 1e10f);
  }

  private static Set<Object> reached(ParameterType type, Object parent, int runs) {
    Prng random = new Prng(3);
    Value value = Value.of(type);
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < runs; i++) {
      value.set(parent);
      value.mutate(random, 0);
      seen.add(value.get());
    }
    return seen;
  }
}
