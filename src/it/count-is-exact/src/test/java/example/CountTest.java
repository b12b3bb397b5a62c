// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.provider.ValueSource;

/** Every execution leaves one byte in a file of its worker's. */
class CountTest {
  private FileOutputStream executions;
  private int count;

  @FuzzTest
  @ValueSource(strings = {"a", "b", "c"})
  void times(String s) throws Exception {
    count("times");
    branch(s);
  }

  @FuzzTest
  @ValueSource(strings = {"a", "b", "c"})
  void count(byte[] bytes) throws Exception {
    count("count");
    branch(new String(bytes));
  }

  @FuzzTest
  void one(int number) throws Exception {
    count("one");
  }

  /** Counts from its first failure on. */
  @FuzzTest
  @ValueSource(strings = {"a", "0123456789"})
  void minimization(String s) throws IOException {
    boolean fails = s.length() > 10;
    if (fails && executions == null) {
      executions = file("minimization");
    }
    if (executions != null) {
      executions.write('.');
    }
    if (fails) {
      throw new IllegalStateException("too long");
    }
  }

  private void count(String test) throws IOException, InterruptedException {
    if (executions == null) {
      executions = file(test);
    }
    executions.write('.');
    // Not before both workers are there, so that both take part.
    if (++count == 10) {
      while (Path.of("counts", test).toFile().list().length < 2) {
        Thread.sleep(10);
      }
    }
  }

  private static FileOutputStream file(String test) throws IOException {
    Path directory = Files.createDirectories(Path.of("counts", test));
    return new FileOutputStream(directory.resolve(ProcessHandle.current().pid() + "").toFile());
  }

  /** Something to find, so that interesting inputs are minimized meanwhile. */
  private static void branch(String s) {
    int found = 0;
    for (int i = 0; i < s.length(); i++) {
      switch (s.charAt(i)) {
        case 'x' -> found += 1;
        case '0' -> found += 2;
        case '!' -> found += 4;
        default -> {}
      }
    }
    if (found > 7 && s.length() < 100) {
      throw new org.opentest4j.TestAbortedException("not of interest");
    }
  }
}
