// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.protocol.SharedMemory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where {@code System.out} and {@code System.err} go: into the memory that survives this JVM, as
 * writing to a pipe would cost more than most targets take. What is printed past them, by native
 * code or by the JVM, goes to the pipe.
 */
final class TargetOutput extends OutputStream {
  private final SharedMemory memory;

  private TargetOutput(SharedMemory memory) {
    this.memory = memory;
  }

  /** From now on this JVM prints into that memory. */
  static void install(SharedMemory memory) {
    OutputStream output = new TargetOutput(memory);
    System.setOut(new PrintStream(output, false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(output, false, StandardCharsets.UTF_8));
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
