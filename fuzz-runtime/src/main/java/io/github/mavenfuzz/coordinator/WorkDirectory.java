// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A private directory for what coordinator and workers share; gone when it is closed. */
final class WorkDirectory implements AutoCloseable {

  /** The path of a Unix domain socket must fit into about 100 bytes on every system. */
  private static final int MAX_LENGTH = 50;

  private final Path path;

  private WorkDirectory(Path path) {
    this.path = path;
  }

  static WorkDirectory create() throws CoordinatorException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path parent =
        Stream.of(
                temporary,
                Path.of(File.separator + "tmp"),
                Path.of(System.getProperty("user.home")))
            .filter(candidate -> candidate.toString().length() <= MAX_LENGTH)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(temporary);
    try {
      // Only the owner may enter: the JDK sees to that where the file system can.
      return new WorkDirectory(Files.createTempDirectory(parent, "maven-fuzz-"));
    } catch (IOException e) {
      throw new CoordinatorException("cannot create a temporary directory in " + parent, e);
    }
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Windows keeps mapped files until the mapping is collected: leave them to the JVM's exit.
      path.toFile().deleteOnExit();
    }
  }
}
