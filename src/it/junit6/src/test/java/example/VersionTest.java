// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  /** Tells which jars JUnit comes from. */
  @BeforeAll
  static void tell() throws Exception {
    List<String> jars = new ArrayList<>();
    for (String name :
        List.of(
            "org.junit.platform.launcher.Launcher",
            "org.junit.platform.engine.TestEngine",
            "org.junit.jupiter.engine.JupiterTestEngine",
            "org.junit.jupiter.api.Test")) {
      Class<?> type = Class.forName(name);
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      jars.add(jar.getFileName().toString());
    }
    Files.write(Path.of("target", System.getProperty("example.run") + ".txt"), jars);
  }

  @FuzzTest
  @ValueSource(strings = {"a", "b"})
  void refuses(String text) {
    if (text.startsWith("!")) {
      throw new IllegalArgumentException("bang");
    }
  }
}
