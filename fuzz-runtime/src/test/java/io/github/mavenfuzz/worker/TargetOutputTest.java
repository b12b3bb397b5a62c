// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.protocol.SharedMemory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetOutputTest {
  private static final String LINE = System.lineSeparator();

  @TempDir Path directory;

  /** What the coordinator sees of what is printed to {@code System.out}. */
  private String printed(Consumer<PrintStream> target) throws IOException {
    SharedMemory memory = SharedMemory.create(directory.resolve("memory"), 10);
    PrintStream out = System.out;
    PrintStream err = System.err;
    TargetOutput.install(memory);
    try {
      target.accept(System.out);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return new String(memory.output(), StandardCharsets.UTF_8);
  }

  @Test
  void everyWayOfPrinting_keepsItsPlace() throws IOException {
    String printed =
        printed(
            out -> {
              out.print("\u00e4\ud83d\ude00 ");
              out.print('c');
              out.println(1);
              out.println((String) null);
              out.print((String) null);
              out.println();
              out.println((Object) "object");
              out.println(new char[] {'x', 'y'});
              out.append("appended").printf(Locale.ROOT, " %d", 2);
              out.write('!');
              out.print(true);
            });
    assertThat(printed)
        .isEqualTo(
            String.join(
                LINE, "\u00e4\ud83d\ude00 c1", "null", "null", "object", "xy", "appended 2!true"));
  }

  @Test
  void longTexts_areAllThere() throws IOException {
    String text = "0123456789".repeat(150);
    assertThat(printed(out -> out.print(text))).isEqualTo(text);
    directory = directory.resolve("other");
    assertThat(directory.toFile().mkdir()).isTrue();
    assertThat(printed(out -> out.println(text))).isEqualTo(text + LINE);
  }

  @Test
  void closedStream_isPrintedToAllTheSame() throws IOException {
    assertThat(
            printed(
                out -> {
                  out.close();
                  out.println("text");
                }))
        .isEqualTo("text" + LINE);
  }
}
