// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

class LibraryTest {
  @BeforeAll
  static void tell() throws Exception {
    Class<?> type = ClassReader.class;
    Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    String resource = type.getName().replace('.', '/') + ".class";
    int copies = Collections.list(type.getClassLoader().getResources(resource)).size();
    Files.write(
        Path.of("target", "seen-" + ProcessHandle.current().pid()),
        List.of(jar.getFileName().toString(), Integer.toString(copies)));
  }

  static byte[][] compiled() throws IOException {
    try (InputStream in = LibraryTest.class.getResourceAsStream("LibraryTest.class")) {
      return new byte[][] {in.readAllBytes()};
    }
  }

  @FuzzTest
  @MethodSource("compiled")
  void reads(byte[] classFile) {
    try {
      new ClassReader(classFile).accept(new ClassWriter(0), 0);
    } catch (RuntimeException e) {
      // Malformed, in one of the many ways in which ASM says so.
    }
  }
}
