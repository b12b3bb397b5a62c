// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file mapped by one worker and the coordinator. Before each execution the worker writes the
 * input and counts: whatever kills the worker, the coordinator knows what it ran.
 *
 * <p>Layout, in the machine's byte order: at 0 the executions counted, at 8 whether the coordinator
 * wants the current call to end, at 16 the size of the input, at 24 why the worker halts, at 32
 * what it has used up, at 40 how many bytes the target has printed, at 64 the last of them in a
 * ring, after that the input. Each has one writer.
 */
public final class SharedMemory {
  private static final int EXECUTIONS = 0;
  private static final int STOP = 8;
  private static final int SIZE = 16;
  private static final int HALT = 24;
  private static final int WEAR = 32;
  private static final int PRINTED = 40;
  private static final int OUTPUT = 64;
  private static final int OUTPUT_BYTES = 1 << 14;
  private static final int INPUT = OUTPUT + OUTPUT_BYTES;

  /** Bytes per write as the file is made. */
  private static final int ALLOCATION = 1 << 16;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder())
          .withInvokeExactBehavior();

  private final MappedByteBuffer buffer;

  private SharedMemory(MappedByteBuffer buffer) {
    this.buffer = buffer;
    buffer.order(ByteOrder.nativeOrder());
  }

  /**
   * Creates the file.
   *
   * @throws IOException if it exists or if there is no space for it
   */
  public static SharedMemory create(Path file, int capacity) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      long size = INPUT + (long) capacity;
      // Whoever writes to mapped memory is not told that the disk is full, but killed.
      ByteBuffer zeros = ByteBuffer.allocate(ALLOCATION);
      for (long end = 0; end < size; end += zeros.limit()) {
        zeros.clear().limit((int) Math.min(ALLOCATION, size - end));
        while (zeros.hasRemaining()) {
          channel.write(zeros);
        }
      }
      return new SharedMemory(channel.map(MapMode.READ_WRITE, 0, size));
    }
  }

  /** Opens what the other side created. */
  public static SharedMemory open(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SharedMemory(channel.map(MapMode.READ_WRITE, 0, channel.size()));
    }
  }

  /** The largest input that fits. */
  public int capacity() {
    return buffer.capacity() - INPUT;
  }

  /** The memory, for an input to be written to from {@link #inputOffset} on. */
  public ByteBuffer buffer() {
    return buffer;
  }

  /** Where the input starts. */
  public int inputOffset() {
    return INPUT;
  }

  /** Tells how long the input is that was just written. Worker. */
  public void setInputSize(int size) {
    buffer.putInt(SIZE, size);
  }

  /** How long the last input is; zero if it did not fit. Coordinator, of a worker that is dead. */
  public int inputSize() {
    return Math.max(0, Math.min(buffer.getInt(SIZE), capacity()));
  }

  /** Counts: the input that was written is now being executed. Worker. */
  public void setExecutions(long executions) {
    LONG.setRelease((ByteBuffer) buffer, EXECUTIONS, executions);
  }

  /** How many executions the worker has begun. */
  public long executions() {
    return (long) LONG.getAcquire((ByteBuffer) buffer, EXECUTIONS);
  }

  /** Asks the worker to end its call soon, or takes that back. Coordinator. */
  public void setStop(boolean stop) {
    LONG.setRelease((ByteBuffer) buffer, STOP, stop ? 1L : 0L);
  }

  /** Whether the coordinator asked to end the call. */
  public boolean stop() {
    return (long) LONG.getAcquire((ByteBuffer) buffer, STOP) != 0;
  }

  /** Says why this JVM is about to halt. Worker. */
  public void announce(Halt halt) {
    LONG.setRelease((ByteBuffer) buffer, HALT, (long) halt.status());
  }

  /** Says what is used up. Worker. */
  public void setWear(Set<Wear> wear) {
    LONG.setRelease((ByteBuffer) buffer, WEAR, Wear.toBits(wear));
  }

  /** What is used up in the worker. */
  public Set<Wear> wear() {
    return Wear.ofBits((long) LONG.getAcquire((ByteBuffer) buffer, WEAR));
  }

  /** Why the worker halted. Coordinator, of a worker that is dead. */
  public Halt halt() {
    return Halt.of((long) LONG.getAcquire((ByteBuffer) buffer, HALT));
  }

  /** Takes note of what the target prints; the end of it is kept. Worker, one thread at a time. */
  public void print(byte[] bytes, int offset, int length) {
    long printed = printed();
    int skipped = Math.max(0, length - OUTPUT_BYTES);
    int from = offset + skipped;
    int rest = length - skipped;
    int at = (int) ((printed + skipped) % OUTPUT_BYTES);
    int first = Math.min(rest, OUTPUT_BYTES - at);
    buffer.put(OUTPUT + at, bytes, from, first);
    buffer.put(OUTPUT, bytes, from + first, rest - first);
    LONG.setRelease((ByteBuffer) buffer, PRINTED, printed + length);
  }

  private long printed() {
    return (long) LONG.getAcquire((ByteBuffer) buffer, PRINTED);
  }

  /** The end of what the target has printed, at most 16 KiB. Coordinator. */
  public byte[] output() {
    // Whatever the worker may have made of it.
    long printed = Math.max(0, printed());
    byte[] bytes = new byte[(int) Math.min(printed, OUTPUT_BYTES)];
    int at = (int) ((printed - bytes.length) % OUTPUT_BYTES);
    int first = Math.min(bytes.length, OUTPUT_BYTES - at);
    buffer.get(OUTPUT + at, bytes, 0, first);
    buffer.get(OUTPUT, bytes, first, bytes.length - first);
    return bytes;
  }
}
