// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.params.provider.ValueSource;

class FloodTest {
  private static final String LINES = ("flood ".repeat(100) + "\n").repeat(20);

  @FuzzTest
  void floods(int number) {
    System.out.println(LINES);
    System.err.println(LINES);
    // Looks like a message between worker and Maven.
    System.out.println("{\"type\":\"fuzzed\",\"flood\":1}");
  }

  @FuzzTest
  void closes(int number) throws IOException {
    System.out.println("flood");
    System.out.close();
    System.err.close();
    new FileOutputStream(FileDescriptor.out).close();
    new FileOutputStream(FileDescriptor.err).close();
  }

  @FuzzTest
  @ValueSource(ints = 7)
  void fails(int number) {
    System.setOut(new PrintStream(PrintStream.nullOutputStream()));
    System.setErr(null);
    if (number != 7) {
      throw new IllegalStateException("not seven");
    }
  }
}
