// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Scratch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
  @TempDir Path parent;

  @Test
  void directory_isGoneWhenItIsClosed() throws Exception {
    Path file;
    try (WorkDirectory directory = WorkDirectory.createIn(parent)) {
      file = Files.createFile(directory.resolve("file"));
      assertThat(file).hasParent(TestCampaign.filesIn(parent).get(0));
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void directories_thatNobodyUsesAreRemoved() throws Exception {
    Path abandoned = Files.createDirectory(parent.resolve("maven-fuzz-1-x"));
    Files.createFile(abandoned.resolve("lock"));
    Files.createFile(abandoned.resolve("file"));
    Path foreign = Files.createDirectory(parent.resolve("maven-fuzz-corpus"));
    try (WorkDirectory used = WorkDirectory.createIn(parent)) {
      assertThat(abandoned).doesNotExist();
      assertThat(foreign).exists();
      try (WorkDirectory other = WorkDirectory.createIn(parent)) {
        assertThat(used.resolve("lock")).exists();
        assertThat(other.resolve("lock")).exists().isNotEqualTo(used.resolve("lock"));
      }
      assertThat(used.resolve("lock")).exists();
    }
  }

  private static Process locking(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            RuntimeJar.classesOf(Scratch.class).toString(),
            "fixtures.Locking",
            file.toString())
        .start();
  }

  /** Several modules may be fuzzed at once: the one does not release the other's lock. */
  @Test
  void directories_ofThisProcessStayLocked() throws Exception {
    try (WorkDirectory first = WorkDirectory.createIn(parent)) {
      try (WorkDirectory second = WorkDirectory.createIn(parent)) {
        assertThat(locking(first.resolve("lock")).getInputStream().read()).isEqualTo('B');
        assertThat(locking(second.resolve("lock")).getInputStream().read()).isEqualTo('B');
      }
      assertThat(locking(first.resolve("lock")).getInputStream().read()).isEqualTo('B');
    }
  }

  /** Another Maven's, perhaps in another container. */
  @Test
  void directories_thatAnotherProcessUsesStay() throws Exception {
    Path used = Files.createDirectory(parent.resolve("maven-fuzz-1-x"));
    Path lock = Files.createFile(used.resolve("lock"));
    Process other = locking(lock);
    try {
      assertThat(other.getInputStream().read()).isEqualTo('L');
      try (WorkDirectory directory = WorkDirectory.createIn(parent)) {
        assertThat(directory.resolve("lock")).exists();
        assertThat(used).exists();
      }
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (WorkDirectory directory = WorkDirectory.createIn(parent)) {
      assertThat(directory.resolve("lock")).exists();
      assertThat(used).doesNotExist();
    }
  }

  /** Until it is locked, a directory looks abandoned. */
  @Test
  void directories_ofProcessesThatStartAtTheSameTimeStay() throws Exception {
    List<Process> others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      others.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  RuntimeJar.classesOf(WorkDirectory.class)
                      + File.pathSeparator
                      + RuntimeJar.classesOf(WorkDirectoryTest.class),
                  ManyDirectories.class.getName(),
                  parent.toString())
              .redirectErrorStream(true)
              .start());
    }
    for (Process other : others) {
      assertThat(new String(other.getInputStream().readAllBytes(), UTF_8)).isEmpty();
      assertThat(other.waitFor()).isZero();
    }
    assertThat(parent).isEmptyDirectory();
  }

  /** A process that makes one directory after the other, and uses each. */
  static final class ManyDirectories {
    private static final int MANY = 400;

    private ManyDirectories() {}

    /** Takes the directory that they are to be in. */
    public static void main(String[] arguments) throws Exception {
      for (int i = 0; i < MANY; i++) {
        try (WorkDirectory directory = WorkDirectory.createIn(Path.of(arguments[0]))) {
          var unused = Files.createFile(directory.resolve("file"));
        }
      }
    }
  }

  /** macOS: 104 bytes with the end; its temporary directories have 49 of them. */
  @Test
  void directory_leavesRoomForTheNamesOfSockets() throws Exception {
    try (WorkDirectory directory = WorkDirectory.createIn(parent)) {
      Path socket = WorkerProcess.socket(directory, "127-10000");
      int names = socket.toString().length() - parent.toString().length();
      int moreDigits = 7 - Long.toString(ProcessHandle.current().pid()).length();
      assertThat(names + moreDigits).isLessThanOrEqualTo(40);
    }
  }
}
