// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Keeps each file that is ever in a directory, in another one: libFuzzer replaces inputs by smaller
 * ones, which would look as if what they reach had been reached only then.
 */
final class CorpusWatch {
  private static final long PERIOD_MILLIS = 500;

  private final Path watched;
  private final Path kept;
  private final Thread thread;

  private CorpusWatch(Path watched, Path kept) {
    this.watched = watched;
    this.kept = kept;
    this.thread = new Thread(this::watch, "corpus-watch");
  }

  static CorpusWatch start(Path watched, Path kept) throws IOException {
    Files.createDirectories(kept);
    CorpusWatch watch = new CorpusWatch(watched, kept);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  /** Keeps what came last. */
  void end() throws IOException, InterruptedException {
    thread.interrupt();
    thread.join();
    keep();
  }

  private void watch() {
    try {
      while (true) {
        keep();
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A link is as old as its file, and whole as soon as that is. */
  private void keep() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(watched)) {
      for (Path file : files) {
        try {
          Path link = kept.resolve(file.getFileName());
          if (!Files.exists(link)) {
            Files.createLink(link, file);
          }
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
          // Replaced since it was listed.
        }
      }
    }
  }
}
