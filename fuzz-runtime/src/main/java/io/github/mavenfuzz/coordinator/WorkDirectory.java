// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A private directory for what coordinator and workers share; gone when it is closed. As long as it
 * is in use its lock is held, by which others see that it is.
 */
final class WorkDirectory implements AutoCloseable {

  /**
   * What the path of a Unix domain socket may take in bytes on every system, with some to spare.
   */
  static final int MAX_SOCKET_PATH = 100;

  /** The name of the directory and that of a socket in it. */
  private static final int MAX_NAMES = 40;

  private static final String PREFIX = "maven-fuzz-";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  private WorkDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static WorkDirectory create() throws CoordinatorException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path parent =
        Stream.of(
                temporary,
                Path.of(File.separator + "tmp"),
                Path.of(System.getProperty("user.home")))
            .filter(candidate -> lengthOf(candidate) <= MAX_SOCKET_PATH - MAX_NAMES)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(temporary);
    return createIn(parent);
  }

  private static int lengthOf(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  static WorkDirectory createIn(Path parent) throws CoordinatorException {
    try {
      WorkDirectory directory = createAndLock(parent);
      while (!Files.exists(directory.resolve(LOCK))) {
        // Until it was locked, another process could take it for abandoned.
        directory.close();
        directory = createAndLock(parent);
      }
      removeAbandoned(parent, Files.getOwner(directory.path));
      return directory;
    } catch (IOException e) {
      throw unusable(parent, e);
    }
  }

  private static WorkDirectory createAndLock(Path parent) throws IOException {
    // Not createTempDirectory, whose names are too long for a socket's path on some systems.
    String name = ofThisProcess() + Integer.toHexString(new SecureRandom().nextInt());
    Path own = Files.createDirectory(parent.resolve(name), ownerOnly());
    FileChannel lock =
        FileChannel.open(
            own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    hold(lock);
    return new WorkDirectory(own, lock);
  }

  /** Something cannot be written to a temporary directory. */
  static CoordinatorException unusable(Path directory, IOException e) {
    return new CoordinatorException(
        "cannot write to the temporary directory "
            + directory
            + ": "
            + e
            + "; MAVEN_OPTS=-Djava.io.tmpdir=... names another",
        e);
  }

  private static void hold(FileChannel file) {
    try {
      // Released by closing the channel, and by the end of this process, whatever ends it.
      FileLock unused = file.lock();
    } catch (IOException e) {
      // Where nothing can be locked, others do not get the lock either, and leave this alone.
    }
  }

  private static String ofThisProcess() {
    return PREFIX + ProcessHandle.current().pid() + "-";
  }

  /** Where there are no permissions, as on Windows, the temporary directory is the user's own. */
  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** A Maven that was killed could not remove its own. */
  private static void removeAbandoned(Path parent, UserPrincipal owner) throws IOException {
    try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path other : others) {
        try {
          // Closing a file that this process has locked elsewhere would release that lock.
          if (!String.valueOf(other.getFileName()).startsWith(ofThisProcess())
              && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
              && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            removeIfAbandoned(other);
          }
        } catch (IOException e) {
          // Somebody else is removing it, or uses it in a way that we cannot see: not ours.
        }
      }
    }
  }

  /** By its lock, as numbers of processes mean nothing from one container to the other. */
  private static void removeIfAbandoned(Path directory) throws IOException {
    try (FileChannel file = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock free = file.tryLock()) {
      if (free == null) {
        return;
      }
      // While it is locked: who has only just made it waits for the lock, and sees what happened.
      boolean unused = remove(directory);
    }
    // Windows keeps a file as long as it is open.
    boolean unused = remove(directory);
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // It is released with the process, at the latest.
    }
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
