// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.CorpusDirectory.StoredFile;
import io.github.mavenfuzz.corpus.Signature;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedFilesTest {
  @TempDir Path base;

  static class Fixture {
    void takes(byte[] b) {}
  }

  @Test
  void sources_comeFirst() throws Exception {
    Path expected = base.resolve("src/test/resources/fuzz").resolve(nameOfDirectory());
    Files.createDirectories(expected);
    Files.writeString(expected.resolve("raw"), "x");
    FuzzMethod method = method(Fixture.class);
    try (SeedFiles files = SeedFiles.of(method, base, "")) {
      assertThat(files.directory()).isEqualTo(expected);
      assertThat(files.list()).extracting(StoredFile::name).containsExactly("raw");
      assertThat(files.shown(expected.resolve("raw")))
          .isEqualTo("src/test/resources/fuzz/" + nameOfDirectory() + "/raw");
      assertThat(files.argument()).isEmpty();
    }
  }

  @Test
  void givenDirectory_isBelowTheProject() throws Exception {
    try (SeedFiles files = SeedFiles.of(method(Fixture.class), base, "seeds")) {
      assertThat(files.directory()).isEqualTo(base.resolve("seeds").resolve(nameOfDirectory()));
      assertThat(files.root()).isEqualTo(base.resolve("seeds"));
      assertThat(files.list()).isEmpty();
      assertThat(files.argument()).isEqualTo("seeds");
    }
    try (SeedFiles files = SeedFiles.of(method(Fixture.class), base, base.toString())) {
      assertThat(files.argument()).isEqualTo(".");
    }
  }

  @Test
  void classPath_isUsedWhereThereAreNoSources() throws Exception {
    Path jar = base.resolve("tests.jar");
    writeJar(jar);
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      FuzzMethod method = method(loader.loadClass(Fixture.class.getName()));
      try (SeedFiles files = SeedFiles.of(method, base, "")) {
        assertThat(files.list()).extracting(StoredFile::name).containsExactly("raw");
        assertThat(Files.readString(files.list().get(0).path())).isEqualTo("x");
      }
    }
  }

  private static void writeJar(Path jar) throws IOException {
    String classFile = Fixture.class.getName().replace('.', '/') + ".class";
    String directory = "fuzz/" + nameOfDirectory() + "/";
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        var in = Fixture.class.getClassLoader().getResourceAsStream(classFile)) {
      zip.putNextEntry(new ZipEntry(classFile));
      in.transferTo(zip);
      zip.putNextEntry(new ZipEntry(directory));
      zip.putNextEntry(new ZipEntry(directory + "raw"));
      zip.write('x');
    }
  }

  private static String nameOfDirectory() {
    return Fixture.class.getName() + "/takes";
  }

  private static FuzzMethod method(Class<?> testClass) throws NoSuchMethodException {
    Method method = testClass.getDeclaredMethod("takes", byte[].class);
    return new FuzzMethod(testClass, method, Signature.ofMethod(method));
  }
}
