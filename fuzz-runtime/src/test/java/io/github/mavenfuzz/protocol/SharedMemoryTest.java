// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
  void create_takesTheSpaceThatItNeeds() throws IOException {
    Path file = directory.resolve("memory");
    SharedMemory memory = SharedMemory.create(file, 100_000);
    assertThat(Files.size(file)).isEqualTo(memory.inputOffset() + 100_000);
  }

  @Test
  void output_isTheEndOfWhatWasPrinted() throws IOException {
    Path file = directory.resolve("memory");
    SharedMemory coordinator = SharedMemory.create(file, 10);
    SharedMemory worker = SharedMemory.open(file);
    assertThat(coordinator.output()).isEmpty();
    StringBuilder all = new StringBuilder();
    Random random = new Random(1);
    for (int length :
        new int[] {0, 1, 100, 16_000, 384, 16_383, 16_384, 16_385, 50_000, 7, 9_000}) {
      byte[] bytes = new byte[length + 3];
      random.nextBytes(bytes);
      worker.print(bytes, 2, length);
      all.append(new String(bytes, 2, length, StandardCharsets.ISO_8859_1));
      String end = all.substring(Math.max(0, all.length() - 16_384));
      assertThat(new String(coordinator.output(), StandardCharsets.ISO_8859_1)).isEqualTo(end);
    }
    assertThat(coordinator.buffer().get(coordinator.inputOffset())).isZero();
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
            Instrumentation.PROBES,
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
