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

  /** Built when it is first needed. */
  private static final class Shared {
    static final Path JAR = temporaryJar();

    static {
      build(JAR, classesOf(WorkerAgent.class), WorkerAgent.class.getName());
    }
  }

  private RuntimeJar() {}

  /** The jar of the classes under test. */
  static Path path() {
    return Shared.JAR;
  }

  /** Builds a jar with an agent. */
  static void build(Path jar, Path classes, String agent) {
    build(jar, manifest(agent), classes);
  }

  /** Builds a jar of what is in some directories. */
  static void build(Path jar, Manifest manifest, Path... directories) {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Path directory : directories) {
        add(out, directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(JarOutputStream out, Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path content : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = directory.relativize(content).toString().replace('\\', '/');
        if (!name.equals("META-INF/MANIFEST.MF")) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(content, out);
        }
      }
    }
  }

  /** The manifest that every jar needs. */
  static Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    return manifest;
  }

  private static Manifest manifest(String agent) {
    Manifest manifest = manifest();
    Attributes attributes = manifest.getMainAttributes();
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
