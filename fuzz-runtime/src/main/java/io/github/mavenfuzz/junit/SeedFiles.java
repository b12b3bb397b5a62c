// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusDirectory.StoredFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The directory of a fuzz test's seed files. Open as long as they are read: it may be in a jar. */
final class SeedFiles implements Closeable {
  private static final String CORPUS_DIRECTORY = "fuzz.corpusdir";
  private static final String RESOURCES = "src/test/resources";
  private static final String FUZZ = "fuzz";

  private final Path base;
  private final Path directory;
  private final @Nullable FileSystem jar;
  private final boolean given;

  private SeedFiles(Path base, Path directory, @Nullable FileSystem jar, boolean given) {
    this.base = base;
    this.directory = directory;
    this.jar = jar;
    this.given = given;
  }

  static SeedFiles of(FuzzMethod method, ExtensionContext context) throws IOException {
    // Surefire sets it; IDEs start in the project's directory.
    Path base = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return of(method, base, context.getConfigurationParameter(CORPUS_DIRECTORY).orElse(""));
  }

  /**
   * Finds the directory: below the given one if there is one, else in the sources, else, where
   * tests run without their sources, on the class path. It need not exist.
   */
  static SeedFiles of(FuzzMethod method, Path base, String given) throws IOException {
    String name = method.testClass().getName() + "/" + method.method().getName();
    if (!given.isBlank()) {
      return new SeedFiles(base, base.resolve(given.strip()).resolve(name), null, true);
    }
    Path resources = base.resolve(RESOURCES);
    ClassLoader loader = method.testClass().getClassLoader();
    URL onClassPath =
        loader == null || Files.isDirectory(resources)
            ? null
            : loader.getResource(FUZZ + "/" + name);
    return onClassPath == null
        ? new SeedFiles(base, resources.resolve(FUZZ).resolve(name), null, false)
        : onClassPath(base, onClassPath);
  }

  private static SeedFiles onClassPath(Path base, URL url) throws IOException {
    try {
      if (url.openConnection() instanceof JarURLConnection entry) {
        URI jar = entry.getJarFileURL().toURI();
        FileSystem inJar = FileSystems.newFileSystem(Path.of(jar));
        return new SeedFiles(base, inJar.getPath(entry.getEntryName()), inJar, false);
      }
      return new SeedFiles(base, Path.of(url.toURI()), null, false);
    } catch (URISyntaxException e) {
      throw new IOException("no place for seed files: " + url, e);
    }
  }

  /** The files that should hold an input, sorted by name; foreign ones are left out. */
  List<StoredFile> list() throws IOException {
    return new CorpusDirectory(directory).list();
  }

  /** Where {@code <class>/<method>} directories of all fuzz tests are. */
  Path root() {
    Path ofClass = directory.getParent();
    Path root = ofClass == null ? null : ofClass.getParent();
    return root == null ? directory : root;
  }

  /** The root as {@code fuzz.corpusdir} names it; empty if nothing has to. */
  String argument() {
    String shown = given ? shown(root()) : "";
    return given && shown.isEmpty() ? "." : shown;
  }

  /** The module among others of a build that they belong to; empty if there are no others. */
  String module() {
    Path above = base.getParent();
    return above != null && Files.isRegularFile(above.resolve("pom.xml"))
        ? String.valueOf(base.getFileName())
        : "";
  }

  Path directory() {
    return directory;
  }

  /** Resolves a path that a user gave: against the project's directory, as Maven does. */
  Path resolve(String path) {
    return base.resolve(path).normalize();
  }

  /** A path as messages show it: short if it is inside the project. */
  String shown(Path path) {
    boolean inProject = jar == null && path.startsWith(base);
    return (inProject ? base.relativize(path) : path).toString();
  }

  @Override
  public void close() {
    try {
      if (jar != null) {
        jar.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
