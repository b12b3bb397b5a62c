// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
  void directories_ofProcessesThatAreGoneAreRemoved() throws Exception {
    Process gone =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-?")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    gone.waitFor();
    Path abandoned = Files.createDirectory(parent.resolve("maven-fuzz-" + gone.pid() + "-x"));
    Files.createFile(abandoned.resolve("file"));
    Path used =
        Files.createDirectory(parent.resolve("maven-fuzz-" + ProcessHandle.current().pid() + "-y"));
    Path foreign = Files.createDirectory(parent.resolve("maven-fuzz-corpus"));
    try (WorkDirectory directory = WorkDirectory.createIn(parent)) {
      assertThat(abandoned).doesNotExist();
      assertThat(used).exists();
      assertThat(foreign).exists();
      assertThat(directory.resolve("file")).doesNotExist();
    }
  }
}
