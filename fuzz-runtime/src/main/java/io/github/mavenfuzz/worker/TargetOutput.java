// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.protocol.SharedMemory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code System.out} and {@code System.err} go: into the memory that survives this JVM, as
 * writing to a pipe would cost more than most targets take. What is printed past them, by native
 * code or by the JVM, goes to the pipe.
 */
final class TargetOutput extends OutputStream {

  /** Prints texts without the detour of a {@code PrintStream}, which takes a writer and a lock. */
  private static final class Printer extends PrintStream {

    /** What is longer goes piece by piece: no copy of it is made. */
    private static final int LONGEST = 1024;

    private final TargetOutput output;

    Printer(TargetOutput output) {
      super(output, false, StandardCharsets.UTF_8);
      this.output = output;
    }

    @Override
    public void print(@Nullable String text) {
      String known = String.valueOf(text);
      if (known.length() > LONGEST) {
        super.print(known);
      } else {
        output.write(known);
      }
    }

    @Override
    public void println(@Nullable String text) {
      String known = String.valueOf(text);
      if (known.length() > LONGEST) {
        super.println(known);
      } else {
        output.write(known.concat(System.lineSeparator()));
      }
    }

    @Override
    public void println(@Nullable Object object) {
      println(String.valueOf(object));
    }

    @Override
    public void println() {
      output.write(System.lineSeparator());
    }
  }

  private final SharedMemory memory;

  private TargetOutput(SharedMemory memory) {
    this.memory = memory;
  }

  /** From now on this JVM prints into that memory. */
  static void install(SharedMemory memory) {
    TargetOutput output = new TargetOutput(memory);
    System.setOut(new Printer(output));
    System.setErr(new Printer(output));
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    memory.print(bytes, offset, length);
  }
}
