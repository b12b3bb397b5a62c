// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class KnownNumbersTest {
  private final KnownNumbers numbers = new KnownNumbers(false, "(ZIJC)V");

  private boolean isNumber(int local) {
    numbers.passedLocal(Opcodes.ILOAD, local);
    return numbers.isOnTop();
  }

  @Test
  void parameters_areWhatTheirTypesSay() {
    assertThat(isNumber(0)).as("this").isFalse();
    assertThat(isNumber(1)).as("a boolean").isFalse();
    assertThat(isNumber(2)).isTrue();
    assertThat(isNumber(5)).as("behind a long, which takes two").isTrue();
    assertThat(new KnownNumbers(true, "(I)V").isOnTop()).isFalse();
  }

  @Test
  void local_isANumberOnceOneWasStoredThere() {
    assertThat(isNumber(7)).isFalse();
    numbers.passed(Opcodes.IAND);
    numbers.passedLocal(Opcodes.ISTORE, 7);
    assertThat(isNumber(7)).isTrue();
    numbers.passed(Opcodes.ICONST_0);
    numbers.passedLocal(Opcodes.ISTORE, 7);
    assertThat(isNumber(7)).as("and stays one").isTrue();
    numbers.counted(8);
    assertThat(numbers.isOnTop()).isFalse();
    assertThat(isNumber(8)).isTrue();
  }

  @Test
  void top_isWhatTheLastInstructionLeaves() {
    numbers.passed(Opcodes.ICONST_1);
    assertThat(numbers.isOnTop()).as("perhaps true").isFalse();
    numbers.passed(Opcodes.I2B);
    assertThat(numbers.isOnTop()).isTrue();
    numbers.passed(Opcodes.DUP);
    assertThat(numbers.isOnTop()).isTrue();
    numbers.passed();
    assertThat(numbers.isOnTop()).isFalse();
  }

  @Test
  void results_areNumbersIfTheyMeanOne() {
    numbers.called("read", "()I");
    assertThat(numbers.isOnTop()).isTrue();
    numbers.called("isOpen", "()Z");
    assertThat(numbers.isOnTop()).isFalse();
    numbers.called("compareTo", "(Ljava/lang/Object;)I");
    assertThat(numbers.isOnTop()).isFalse();
    numbers.pushed("S");
    assertThat(numbers.isOnTop()).isTrue();
    numbers.pushed("[I");
    assertThat(numbers.isOnTop()).isFalse();
  }
}
