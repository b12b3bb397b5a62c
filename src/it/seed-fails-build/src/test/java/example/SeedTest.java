// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {

  @FuzzTest
  @ValueSource(strings = {"fine", "this one is bad", "fine, too"})
  void row(String s) {
    check(s);
  }

  @FuzzTest
  void file(String s) {
    check(s);
  }

  private static void check(String s) {
    if (s.contains("bad")) {
      throw new IllegalStateException("found: " + s);
    }
  }
}
