// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.coverage.Hits;
import io.github.mavenfuzz.coverage.Probes;
import io.github.mavenfuzz.interception.Strays;
import io.github.mavenfuzz.interception.TargetThreads;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.SharedMemory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A target in this JVM whose probes are touched by hand. */
abstract sealed class InProcessTarget
    permits TargetExecutionTest, WarmupRunTest, FuzzLoopTest, MinimizeRunTest {
  static final Signature SIGNATURE = Signature.ofDescriptor("([B)V");

  final Probes probes = new Probes();

  /** Of the one class that has probes from the start: of id 1, ten of them. */
  final boolean[] live = Hits.register(probes, 1);

  /** The inputs that the target was run on, as text. */
  final List<String> executed = new ArrayList<>();

  /** What the target does. */
  Consumer<String> body = text -> {};

  final Strays strays = new Strays();

  SharedMemory memory;
  TargetExecution execution;
  Watchdog watchdog;

  @BeforeEach
  void prepare(@TempDir Path directory) throws Exception {
    memory = SharedMemory.create(directory.resolve("memory"), 1 << 16);
    Consumer<byte[]> target =
        bytes -> {
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          executed.add(text);
          body.accept(text);
        };
    FuzzTarget fuzzTarget =
        new FuzzTarget(
            SIGNATURE,
            MethodHandles.lookup()
                .findVirtual(
                    Consumer.class, "accept", MethodType.methodType(void.class, Object.class))
                .bindTo(target)
                .asType(MethodType.methodType(void.class, byte[].class)),
            List.of(),
            List.of(),
            List.of());
    execution = new TargetExecution(fuzzTarget, memory, strays, new TargetThreads());
    watchdog = new Watchdog(memory, Standstill::of, (patience, standstill) -> {});
  }

  static Content content(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new Content(CorpusFile.format(List.of(bytes), SIGNATURE));
  }

  static String text(Content content) {
    try {
      byte[] bytes = (byte[]) CorpusFile.parse(content.bytes(), SIGNATURE).get(0);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (MalformedEntryException e) {
      throw new AssertionError(e);
    }
  }
}
