// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;

class MarkTest {

  /** Whoever forks a worker leaves a mark. */
  static {
    try {
      Files.writeString(Path.of("forked"), "");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @FuzzTest
  void any(String s) {}
}
