// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.worker.WorkerAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jar of this library as workers need it, without shading: what it uses is named in it. */
final class RuntimeJar {
  private static final Path SHARED = temporaryJar();

  static {
    build(SHARED, classesOf(WorkerAgent.class), WorkerAgent.class.getName());
  }

  private RuntimeJar() {}

  /** The jar of the classes under test. */
  static Path path() {
    return SHARED;
  }

  /** Builds a jar with an agent. */
  static void build(Path jar, Path classes, String agent) {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest(agent));
        Stream<Path> files = Files.walk(classes)) {
      for (Path content : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(content).toString().replace('\\', '/');
        if (!name.equals("META-INF/MANIFEST.MF")) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(content, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manifest manifest(String agent) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", agent);
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue(
        "Class-Path",
        librariesNamed("gson", "org.jacoco.core", "asm", "asm-commons", "asm-tree").stream()
            .map(path -> path.toUri().toString())
            .collect(Collectors.joining(" ")));
    return manifest;
  }

  /** The jars of this JVM's class path whose artifact id is one of these. */
  static List<Path> librariesNamed(String... names) {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(Path::of)
        .filter(
            path ->
                Arrays.stream(names)
                    .anyMatch(
                        name -> path.getFileName().toString().matches(name + "-[0-9][^-]*\\.jar")))
        .toList();
  }

  /** The directory or jar that a class comes from. */
  static Path classesOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path temporaryJar() {
    try {
      Path jar = Files.createTempFile("fuzz-runtime", ".jar");
      jar.toFile().deleteOnExit();
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
