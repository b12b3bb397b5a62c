// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;

class SettingsTest {
  /** Writes down how this JVM was started. */
  @BeforeAll
  static void tell() throws Exception {
    Properties seen = new Properties();
    seen.put("arguments", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
    seen.put("directory", Path.of("").toAbsolutePath().getFileName().toString());
    System.getProperties().forEach((name, value) -> seen.put("property." + name, value));
    System.getenv().forEach((name, value) -> seen.put("environment." + name, value));
    String file = System.getProperty("example.run") + ".properties";
    try (Writer out = Files.newBufferedWriter(Path.of(System.getProperty("basedir"), "target", file))) {
      seen.store(out, null);
    }
  }

  @FuzzTest
  void takes(int number) {}
}
