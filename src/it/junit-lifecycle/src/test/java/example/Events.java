// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Writes down what happens in this JVM. */
class Events {
  private static final Path DIRECTORY = Path.of("target", "events");

  static void add(String event) {
    try {
      Files.createDirectories(DIRECTORY);
      Files.writeString(
          DIRECTORY.resolve(ProcessHandle.current().pid() + ".txt"),
          event + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the other worker, so that none is too late to take part. */
  static void awaitPair() throws Exception {
    for (int i = 0; i < 600 && count() % 2 != 0; i++) {
      Thread.sleep(50);
    }
  }

  private static long count() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.count();
    }
  }
}
