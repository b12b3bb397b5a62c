// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

class LockTest {
  /** Writes down how this JVM was started. */
  @BeforeAll
  static void tell() throws Exception {
    String jvm = System.getProperty("surefire.test.class.path") == null ? "worker" : "surefire";
    Files.write(
        Path.of("target", System.getProperty("example.run") + "-" + jvm + ".txt"),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  @FuzzTest
  void opens(byte[] key) {
    Lock.turn(key);
  }
}
