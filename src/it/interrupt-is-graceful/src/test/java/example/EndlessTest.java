// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EndlessTest {

  /** Tells who the worker is, and who is to be interrupted: Maven. */
  @BeforeAll
  static void tell() throws Exception {
    ProcessHandle worker = ProcessHandle.current();
    Files.writeString(Path.of("maven.pid"), worker.parent().orElseThrow().pid() + "");
    Files.writeString(Path.of("worker.pid"), worker.pid() + "");
  }

  @FuzzTest
  void neverFails(String s) {
    int found = 0;
    for (int i = 0; i < s.length(); i++) {
      found += s.charAt(i) == 'x' ? 1 : 0;
      found += s.charAt(i) > 1000 ? 1 : 0;
    }
    if (found > 3) {
      Thread.onSpinWait();
    }
  }

  @AfterAll
  static void tearDown() throws Exception {
    Files.writeString(Path.of("torn-down"), "");
  }
}
