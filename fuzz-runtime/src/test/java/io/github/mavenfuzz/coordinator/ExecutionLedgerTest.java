// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExecutionLedgerTest {

  @Test
  void take_givesNoMoreThanThereIs() {
    ExecutionLedger ledger = new ExecutionLedger(10);
    WorkerSlot one = Slots.idle(1);
    WorkerSlot two = Slots.idle(2);
    assertThat(ledger.take(one, 7)).isEqualTo(7);
    assertThat(ledger.take(two, 7)).isEqualTo(3);
    assertThat(ledger.available()).isZero();
    assertThat(ledger.isExhausted()).isFalse();
    ledger.settle(one, 5);
    assertThat(ledger.available()).isEqualTo(2);
    ledger.settle(two, 3);
    assertThat(ledger.take(one, 7)).isEqualTo(2);
    ledger.settle(one, 2);
    assertThat(ledger.spent()).isEqualTo(10);
    assertThat(ledger.isExhausted()).isTrue();
  }

  @Test
  void ledger_withoutALimitDoesNotOverflow() {
    ExecutionLedger ledger = new ExecutionLedger(Budget.NO_LIMIT);
    WorkerSlot one = Slots.idle(1);
    WorkerSlot two = Slots.idle(2);
    assertThat(ledger.take(one, 1L << 40)).isEqualTo(1L << 40);
    assertThat(ledger.take(two, 1L << 40)).isEqualTo(1L << 40);
    ledger.settle(one, 5);
    ledger.settle(two, 5);
    assertThat(ledger.available()).isEqualTo(Budget.NO_LIMIT - 10);
    assertThat(ledger.isExhausted()).isFalse();
  }

  @Test
  void take_ofLessThanNothingIsAnError() {
    ExecutionLedger ledger = new ExecutionLedger(10);
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.take(Slots.idle(1), -1));
  }

  /** Of what is left, however little or much: together no less than all, alone never nothing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10, 1L << 40, Long.MAX_VALUE - 1, Long.MAX_VALUE})
  void share_leavesNothingOutAndNobodyWithout(long limit) {
    for (int workers : new int[] {1, 2, 3, 4, 16, 1_000}) {
      long share = new ExecutionLedger(limit).share(workers);
      assertThat(share).isPositive().isLessThanOrEqualTo(limit);
      assertThat(share).isGreaterThanOrEqualTo(limit / workers);
    }
    assertThat(new ExecutionLedger(0).share(2)).isZero();
  }
}
