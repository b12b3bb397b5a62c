// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;

class TimeTest {

  @FuzzTest
  void fast(byte[] bytes) {}

  /** Time is up in the middle of an execution. */
  @FuzzTest
  void slow(String s) throws Exception {
    Files.writeString(Path.of("slow-began"), "");
    Thread.sleep(s.isEmpty() ? 0 : 60_000);
    Files.writeString(Path.of("slow-ended"), "");
  }
}
