// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A private directory for what coordinator and workers share; gone when it is closed. */
final class WorkDirectory implements AutoCloseable {

  /** The path of a Unix domain socket must fit into about 100 bytes on every system. */
  private static final int MAX_LENGTH = 50;

  private static final String PREFIX = "maven-fuzz-";

  /** The name of such a directory, with the process that it belongs to. */
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

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
    return createIn(parent);
  }

  static WorkDirectory createIn(Path parent) throws CoordinatorException {
    try {
      // Only the owner may enter: the JDK sees to that where the file system can.
      String prefix = PREFIX + ProcessHandle.current().pid() + "-";
      Path own = Files.createTempDirectory(parent, prefix);
      removeAbandoned(parent, Files.getOwner(own));
      return new WorkDirectory(own);
    } catch (IOException e) {
      throw new CoordinatorException("cannot create a temporary directory in " + parent, e);
    }
  }

  /** A Maven that was killed could not remove its own. */
  private static void removeAbandoned(Path parent, UserPrincipal owner) throws IOException {
    try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path other : others) {
        Matcher name = NAME.matcher(String.valueOf(other.getFileName()));
        if (name.matches()
            && !isAlive(Long.parseLong(name.group(1)))
            && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
            && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
          boolean unused = remove(other);
        }
      }
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    if (!remove(path)) {
      // Windows keeps mapped files until the mapping is collected: leave them to a later run.
      path.toFile().deleteOnExit();
    }
  }

  private static boolean remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
