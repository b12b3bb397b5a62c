// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

  @FuzzTest
  @CsvSource({"a, 1", "b, 2", "c, 3"})
  void places(String item, Integer quantity) {
    throw new IllegalStateException("nothing runs it");
  }

  @FuzzTest
  @ValueSource(longs = 1)
  void cancels(long id) {}

  @FuzzTest
  void parses(byte[] bytes) {}

  @FuzzTest
  void unsupported(List<String> items) {}

  @FuzzTest
  @MethodSource("broken")
  void badSource(String s) {}

  static Stream<String> broken() {
    throw new IllegalStateException("no rows today");
  }

  @FuzzTest
  @Disabled("not today")
  void disabled(int number) {}

  @FuzzTest
  void twice(int number) {}

  @FuzzTest
  void twice(long number) {}

  @Nested
  class Inner {
    @FuzzTest
    void deep(boolean flag) {}
  }

  @Test
  void other() {}
}
