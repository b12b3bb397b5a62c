// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMemoryTest {
  @TempDir Path directory;

  @Test
  void bothSides_seeTheSame() throws IOException {
    Path file = directory.resolve("memory");
    SharedMemory coordinator = SharedMemory.create(file, 1_000);
    SharedMemory worker = SharedMemory.open(file);
    assertThat(worker.capacity()).isEqualTo(coordinator.capacity()).isEqualTo(1_000);
    assertThat(worker.stop()).isFalse();
    assertThat(coordinator.executions()).isZero();

    worker.setExecutions(Long.MAX_VALUE);
    assertThat(coordinator.executions()).isEqualTo(Long.MAX_VALUE);
    coordinator.setStop(true);
    assertThat(worker.stop()).isTrue();
    coordinator.setStop(false);
    assertThat(worker.stop()).isFalse();
    assertThat(worker.executions()).isEqualTo(Long.MAX_VALUE);

    worker.buffer().put(worker.inputOffset() + 999, (byte) 7);
    assertThat(coordinator.buffer().get(coordinator.inputOffset() + 999)).isEqualTo((byte) 7);
    assertThat(coordinator.executions()).isEqualTo(Long.MAX_VALUE);
    assertThat(coordinator.stop()).isFalse();
  }

  @Test
  void create_neverTakesAFileThatIsThere() throws IOException {
    Path file = Files.createFile(directory.resolve("memory"));
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> SharedMemory.create(file, 10));
  }

  @Test
  void settings_areReadAsWritten() throws IOException {
    WorkerSettings settings =
        new WorkerSettings(
            "/tmp/a b/\u00e4\"\\.sock",
            "token",
            "m",
            300_000,
            10_000,
            List.of("com.acme.**"),
            List.of(),
            Map.of("key \u00e4", "\u4f60\n", "empty", ""));
    Path file = directory.resolve("settings");
    settings.write(file);
    assertThat(WorkerSettings.read(file)).isEqualTo(settings);
  }

  @Test
  void settings_thatAreNoneAreAnError() throws IOException {
    Path file = Files.writeString(directory.resolve("settings"), "{\"ping\":{}}");
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> WorkerSettings.read(file))
        .withMessageContaining("unknown message");
  }
}
