// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.ValueSource;

/** Never leaves the stage of a campaign that it is told to wait in. */
class StageTest {
  private static boolean second;

  @BeforeAll
  static void setUp() throws Exception {
    second = isSecondWorker();
    reach("setting-up");
  }

  private static boolean isSecondWorker() throws Exception {
    try {
      Files.createFile(Path.of("first-" + System.getProperty("example.stage")));
      return false;
    } catch (FileAlreadyExistsException e) {
      return true;
    }
  }

  private static void reach(String stage) throws Exception {
    if (stage.equals(System.getProperty("example.stage"))) {
      ProcessHandle worker = ProcessHandle.current();
      String pids = worker.parent().orElseThrow().pid() + "\n" + worker.pid() + "\n";
      Path written = Files.writeString(Path.of("reaching-" + stage), pids);
      Files.move(written, Path.of("reached-" + stage), StandardCopyOption.ATOMIC_MOVE);
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @FuzzTest
  @ValueSource(strings = "seed")
  void isShort(String text) throws Exception {
    reach("warming-up");
    if (text.length() > 4) {
      if (isMinimized()) {
        reach("minimizing");
      }
      if (second) {
        reach("confirming");
      }
      throw new IllegalStateException("too long");
    }
  }

  private static boolean isMinimized() {
    return Stream.of(new Throwable().getStackTrace())
        .anyMatch(frame -> frame.getClassName().endsWith(".MinimizeRun"));
  }

  @AfterAll
  static void tearDown() throws Exception {
    if (second) {
      reach("tearing-down");
    }
    reach("ending-a-replay");
  }
}
