// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
  @BeforeAll
  static void tell() throws Exception {
    Class<?> type = JsonParser.class;
    Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    String resource = type.getName().replace('.', '/') + ".class";
    int copies = Collections.list(type.getClassLoader().getResources(resource)).size();
    Files.write(
        Path.of("target", "seen-" + ProcessHandle.current().pid()),
        List.of(jar.getFileName().toString(), Integer.toString(copies)));
  }

  @FuzzTest
  @ValueSource(strings = "{\"a\": [1, true, null]}")
  void parses(String json) {
    try {
      JsonParser.parseString(json);
    } catch (JsonParseException e) {
      // Malformed.
    }
  }
}
