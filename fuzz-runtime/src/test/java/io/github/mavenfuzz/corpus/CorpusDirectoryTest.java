// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.corpus.CorpusDirectory.StoredFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CorpusDirectoryTest {
  private static final byte[] ABC = "abc".getBytes(US_ASCII);

  @TempDir Path parent;

  @Test
  void list_missingDirectory_isEmpty() throws IOException {
    CorpusDirectory directory = new CorpusDirectory(parent.resolve("no/such"));
    assertThat(directory.list()).isEmpty();
    assertThat(directory.foreign()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void list_linksThatLeadNowhereOrInACircle_areForeign() throws IOException {
    Files.write(parent.resolve("seed"), ABC);
    Files.createSymbolicLink(parent.resolve("nowhere"), parent.resolve("no-such"));
    Files.createSymbolicLink(parent.resolve("circle"), parent.resolve("circle"));
    CorpusDirectory directory = new CorpusDirectory(parent);
    assertThat(directory.list()).extracting(StoredFile::name).containsExactly("seed");
    assertThat(directory.foreign())
        .containsExactly(parent.resolve("circle"), parent.resolve("nowhere"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void list_namesWithControlCharacters_areForeign() throws IOException {
    Path escape = Files.write(parent.resolve("a\u001b[2J"), ABC);
    Path lines = Files.write(parent.resolve("b\nc"), ABC);
    CorpusDirectory directory = new CorpusDirectory(parent);
    assertThat(directory.list()).isEmpty();
    assertThat(directory.foreign()).containsExactly(escape, lines);
  }

  @Test
  void list_noDirectory_throws() throws IOException {
    Path file = Files.write(parent.resolve("file"), ABC);
    assertThatThrownBy(() -> new CorpusDirectory(file).list()).isInstanceOf(IOException.class);
  }

  @Test
  void list_foreignFiles_areLeftToForeign() throws IOException {
    for (String name :
        List.of("b", "a", "seed.txt", ".gitkeep", ".x.tmp", "README", "readme.txt", "notes.MD")) {
      Files.write(parent.resolve(name), ABC);
    }
    Files.createDirectory(parent.resolve("sub"));
    try (RandomAccessFile file = new RandomAccessFile(parent.resolve("huge").toFile(), "rw")) {
      file.setLength(CorpusFile.MAX_BYTES + 1L);
    }
    CorpusDirectory directory = new CorpusDirectory(parent);
    assertThat(directory.list())
        .containsExactly(
            new StoredFile(parent.resolve("a"), "a"),
            new StoredFile(parent.resolve("b"), "b"),
            new StoredFile(parent.resolve("seed.txt"), "seed.txt"));
    assertThat(directory.foreign())
        .extracting(path -> path.getFileName().toString())
        .containsExactly(".gitkeep", ".x.tmp", "README", "huge", "notes.MD", "readme.txt", "sub");
  }

  @Test
  void write_newContent_createsDirectoriesAndFile() throws IOException {
    CorpusDirectory directory = new CorpusDirectory(parent.resolve("a/b"));
    Path file = directory.write(ABC);
    assertThat(file).isEqualTo(parent.resolve("a/b/ba7816bf8f01cfea")).hasBinaryContent(ABC);
    assertThat(directory.list()).containsExactly(new StoredFile(file, "ba7816bf8f01cfea"));
    assertThat(directory.foreign()).isEmpty();
  }

  @Test
  void write_sameContentAgain_leavesTheFileAlone() throws IOException {
    CorpusDirectory directory = new CorpusDirectory(parent);
    Path file = directory.write(ABC);
    FileTime time = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(file, time);
    assertThat(directory.write(ABC)).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
  }

  @Test
  void write_fileWithOtherContent_isReplaced() throws IOException {
    CorpusDirectory directory = new CorpusDirectory(parent);
    Path file = Files.write(parent.resolve(CorpusFile.nameOf(ABC)), new byte[] {'a'});
    directory.write(ABC);
    assertThat(file).hasBinaryContent(ABC);
  }

  @Test
  void write_failure_leavesNothingBehind() throws IOException {
    Path occupied = Files.createDirectories(parent.resolve(CorpusFile.nameOf(ABC)).resolve("x"));
    CorpusDirectory directory = new CorpusDirectory(parent);
    assertThatThrownBy(() -> directory.write(ABC)).isInstanceOf(IOException.class);
    assertThat(directory.foreign()).containsExactly(occupied.getParent());
  }

  @Test
  void write_interruptedThread_stillWrites() throws IOException {
    Thread.currentThread().interrupt();
    try {
      assertThat(new CorpusDirectory(parent).write(ABC)).hasBinaryContent(ABC);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void write_manyWritersAtOnce_isWholeForEveryReader() throws Exception {
    byte[] content = new byte[100_000];
    Path file = parent.resolve(CorpusFile.nameOf(content));
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        boolean remove = i % 4 == 3;
        Callable<?> write =
            () ->
                remove && Files.deleteIfExists(file)
                    ? file
                    : new CorpusDirectory(parent).write(content);
        done.add(writers.submit(write));
      }
      for (Future<?> future : done) {
        for (StoredFile stored : new CorpusDirectory(parent).list()) {
          assertThat(stored.path()).isEqualTo(file);
        }
        future.get();
      }
    } finally {
      writers.shutdownNow();
    }
    new CorpusDirectory(parent).write(content);
    assertThat(file).hasBinaryContent(content);
    assertThat(new CorpusDirectory(parent).foreign()).isEmpty();
  }
}
