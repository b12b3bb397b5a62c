// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One directory of corpus files. Keeps nothing in memory; safe for several threads and processes on
 * the same directory at once.
 */
public final class CorpusDirectory {
  /** A file that should hold an entry. */
  public record StoredFile(Path path, String name) {

    /** Whether it is a link to what is not in its directory. */
    public boolean leadsOut() throws IOException {
      return Files.isSymbolicLink(path)
          && !path.toRealPath().startsWith(path.resolveSibling("").toRealPath());
    }
  }

  private final Path directory;

  public CorpusDirectory(Path directory) {
    this.directory = directory;
  }

  public Path path() {
    return directory;
  }

  /** The corpus files, sorted by name; none if there is no such directory. */
  public List<StoredFile> list() throws IOException {
    return children().stream()
        .filter(child -> !child.foreign())
        .map(child -> new StoredFile(child.path(), child.name()))
        .toList();
  }

  /**
   * What is in the directory, but no corpus file, sorted by name: sub-directories, READMEs, hidden
   * and temporary files, names with control characters, files too large to be an input.
   */
  public List<Path> foreign() throws IOException {
    return children().stream().filter(Child::foreign).map(Child::path).toList();
  }

  /**
   * Writes a file under the name of its content, whole or not at all. Nothing happens if it is
   * there already.
   */
  public Path write(byte[] content) throws IOException {
    String name = CorpusFile.nameOf(content);
    Path file = directory.resolve(name);
    if (holds(file, content)) {
      return file;
    }
    Files.createDirectories(directory);
    // Not createTempFile: its files are for their owner's eyes only, and would stay so.
    String suffix = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Path temporary = directory.resolve("." + name + "." + suffix + ".tmp");
    try {
      Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      move(temporary, file);
    } catch (FileSystemException e) {
      // On Windows a file cannot be replaced while another process reads it.
      if (!holds(file, content)) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
    return file;
  }

  private record Child(Path path, String name, boolean foreign) {}

  private List<Child> children() throws IOException {
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
      for (Path path : paths) {
        addChild(children, path);
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    children.sort(Comparator.comparing(Child::name));
    return children;
  }

  private static void addChild(List<Child> children, Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      boolean foreign =
          !file.isRegularFile() || file.size() > CorpusFile.MAX_BYTES || isForeign(name);
      children.add(new Child(path, name, foreign));
    } catch (FileSystemException e) {
      // Removed since it was listed, unless it is a link that leads nowhere, or in a circle.
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        children.add(new Child(path, name, true));
      }
    }
  }

  /** Our own temporary files start with a dot, too. */
  private static boolean isForeign(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || lowerCase.startsWith("readme")
        || lowerCase.endsWith(".md")
        || name.chars().anyMatch(Character::isISOControl);
  }

  private static boolean holds(Path file, byte[] content) throws IOException {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) == content.length
          && Arrays.equals(Files.readAllBytes(file), content);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
