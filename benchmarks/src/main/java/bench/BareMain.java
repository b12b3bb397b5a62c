// SPDX-License-Identifier: Apache-2.0
package bench;

import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.mutation.Prng;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Calls a target on mutations of the entries of a cache, in turn, made as the engine makes them;
 * nothing is instrumented, published or checked. The limit of what a fuzzer can reach.
 */
final class BareMain {
  private static final int CHAIN = 5;
  private static final int CHAINS_PER_LOOK_AT_THE_CLOCK = 200;
  private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final Signature SIGNATURE = Signature.ofDescriptor("([B)V");
  private static final Input INPUT = Input.of(SIGNATURE);

  /** A constant to the compiler, as the engine's is. */
  private static final MethodHandle TARGET = INPUT.bind(target());

  private BareMain() {}

  private static MethodHandle target() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              Class.forName(System.getProperty("bench.target")),
              "fuzzerTestOneInput",
              MethodType.methodType(void.class, byte[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes the arguments of a {@link Contestants.Task}, of which it heeds time and directory. */
  public static void main(String[] arguments) throws Throwable {
    List<List<Object>> entries = entries(Path.of(arguments[4]).resolve("cache"));
    Input parent = Input.of(SIGNATURE);
    INPUT.mateWith(parent);
    Prng random = new Prng(1);
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
    long executions = 0;
    for (int turn = 0; System.nanoTime() < end; turn++) {
      parent.set(entries.get(turn % entries.size()));
      long sliceEnd = System.nanoTime() + SLICE_NANOS;
      while (System.nanoTime() < sliceEnd) {
        executions += chains(parent, random);
      }
    }
    System.out.printf(
        Locale.ROOT, "executions=%d nanos=%d%n", executions, System.nanoTime() - start);
  }

  private static int chains(Input parent, Prng random) throws Throwable {
    int executions = CHAINS_PER_LOOK_AT_THE_CLOCK * CHAIN;
    for (int i = 0; i < executions; i++) {
      if (i % CHAIN == 0) {
        INPUT.copyFrom(parent);
      }
      INPUT.mutate(random, Contestants.MAX_LENGTH);
      TARGET.invokeExact();
    }
    return executions;
  }

  private static List<List<Object>> entries(Path cache)
      throws IOException, MalformedEntryException {
    List<List<Object>> entries = new ArrayList<>();
    for (CorpusDirectory.StoredFile file : new CorpusDirectory(cache).list()) {
      entries.add(CorpusFile.parse(Files.readAllBytes(file.path()), SIGNATURE));
    }
    return entries;
  }
}
