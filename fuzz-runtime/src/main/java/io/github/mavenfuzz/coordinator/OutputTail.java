// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.SharedMemory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a worker prints: what its JVM and native code write to its pipe, which is drained, and what
 * its target prints into the shared memory. Of both the end is kept.
 */
final class OutputTail {
  private static final int CAPACITY = 1 << 14;

  /** What was printed before something was said is here so soon after that was heard. */
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Somebody may print for ever. */
  private static final int MOST_WAITS = 50;

  private final byte[] ring = new byte[CAPACITY];
  private long written;
  private final SharedMemory memory;
  private final Thread drain;

  OutputTail(InputStream output, SharedMemory memory, String name) {
    this.memory = memory;
    drain = new Thread(() -> drain(output), name);
    drain.setDaemon(true);
    drain.start();
  }

  private void drain(InputStream output) {
    byte[] chunk = new byte[1 << 14];
    try (output) {
      for (int count = output.read(chunk); count >= 0; count = output.read(chunk)) {
        append(chunk, count);
      }
    } catch (IOException e) {
      // The process was killed: what was read is all there is.
    }
  }

  private synchronized void append(byte[] chunk, int count) {
    for (int i = 0; i < count; i++) {
      ring[(int) (written++ % CAPACITY)] = chunk[i];
    }
  }

  /** Waits until the process has closed its output, but not for long: a child may hold it open. */
  void await() {
    try {
      drain.join(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The end of what was printed, when nothing more seems to come. */
  String quietText() {
    long before = -1;
    for (int i = 0; i < MOST_WAITS && before != written(); i++) {
      before = written();
      LockSupport.parkNanos(QUIET_NANOS);
    }
    return text();
  }

  private synchronized long written() {
    return written;
  }

  /** The end of what was printed so far, as it may be shown. */
  String text() {
    String ofPipe = piped();
    String ofTarget = new String(memory.output(), StandardCharsets.UTF_8);
    boolean apart = !ofPipe.isEmpty() && !ofPipe.endsWith("\n") && !ofTarget.isEmpty();
    return Printable.of(ofPipe + (apart ? "\n" : "") + ofTarget);
  }

  private synchronized String piped() {
    int length = (int) Math.min(written, CAPACITY);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = ring[(int) ((written - length + i) % CAPACITY)];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
