// SPDX-License-Identifier: Apache-2.0
package bench.targets;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Loads as many copies of {@link Clone0000} as the system property {@code bench.classes} says, some
 * 40 probes each, and runs ten of them: what the others cost is measured.
 */
public final class ManyClasses {
  private static final int RUN = 10;
  private static final String TEMPLATE = "Clone0000";

  private static final IntUnaryOperator[] CLONES = load(Integer.getInteger("bench.classes", RUN));

  /** Keeps the compiler from leaving all of it out. */
  public static volatile int sink;

  private ManyClasses() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    int sum = 0;
    for (int i = 0; i < RUN; i++) {
      sum += CLONES[i].applyAsInt(i < data.length ? data[i] : i);
    }
    sink = sum;
  }

  private static IntUnaryOperator[] load(int count) {
    try (InputStream template = ManyClasses.class.getResourceAsStream(TEMPLATE + ".class")) {
      // One char per byte, there and back, so that a name can be replaced by another of its length.
      String classFile = new String(template.readAllBytes(), StandardCharsets.ISO_8859_1);
      IntUnaryOperator[] clones = new IntUnaryOperator[count];
      for (int i = 0; i < count; i++) {
        byte[] clone =
            classFile
                .replace(TEMPLATE, String.format(Locale.ROOT, "Clone%04d", i + 1))
                .getBytes(StandardCharsets.ISO_8859_1);
        clones[i] =
            (IntUnaryOperator)
                MethodHandles.lookup().defineClass(clone).getDeclaredConstructor().newInstance();
        // Runs its first probe: only now its probes are known.
        var unused = clones[i].applyAsInt(0);
      }
      return clones;
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
