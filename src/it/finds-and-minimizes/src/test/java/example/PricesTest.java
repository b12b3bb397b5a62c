// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {

  @FuzzTest
  @CsvSource({"apples, 3", "pears, 12"})
  void totalIsNeverNegative(String item, int quantity) {
    assertTrue(Prices.total(item, quantity) >= 0);
  }
}
