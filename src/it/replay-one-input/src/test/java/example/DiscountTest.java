// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

class DiscountTest {

  @FuzzTest
  void anyCode(String code, int percent, byte[] signature) throws Exception {
    Files.writeString(
        Path.of("executions"), ".", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Discount.of(code, percent, signature);
  }

  @FuzzTest
  void another(int number) {}
}
