// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import self.mavenfuzz.comparison.Comparisons;
import self.mavenfuzz.coverage.Instrumenters;
import self.mavenfuzz.worker.TargetTransformer.Change;

/** Whatever a class file contains: it gets probes, or the user is told that it has none. */
class TargetTransformerTest {

  /** A little of everything that a compiler writes. */
  enum Everything implements Supplier<String> {
    ONE {
      @Override
      public String get() {
        return switch (name().length()) {
          case 3 -> "three";
          case 4 -> throw new IllegalStateException("four");
          default -> String.join("", List.of(name(), "?"));
        };
      }
    };

    record Pair(int left, long right) {}

    static int count(Object[] all) {
      int count = 0;
      for (Object one : all) {
        try {
          synchronized (Everything.class) {
            count += one instanceof Pair pair && pair.left() > 1 ? one.hashCode() : 0;
          }
        } finally {
          Runnable later = System::gc;
          assert later != null;
        }
      }
      return count;
    }
  }

  /** No name of this library's, whose classes never get probes. */
  private static final String NAME = "acme/Everything";

  static Stream<byte[]> classFiles() throws IOException {
    String name = "TargetTransformerTest$Everything";
    return Stream.of(read(name), read(name + "$1"), read(name + "$Pair"));
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream file = TargetTransformerTest.class.getResourceAsStream(name + ".class")) {
      return file.readAllBytes();
    }
  }

  @FuzzTest
  @MethodSource("classFiles")
  void instrumentsOrTells(byte[] classFile) {
    UnseenClasses unseen = new UnseenClasses();
    TargetTransformer transformer =
        new TargetTransformer(
            Change.all(Instrumenters.withoutAgent(), new Comparisons().instrumenter()),
            new ClassFilter(List.of(), List.of()),
            new LoaderReach(Set.of()),
            unseen);
    byte[] transformed =
        transformer.transform(
            TargetTransformerTest.class.getClassLoader(),
            NAME,
            null,
            TargetTransformerTest.class.getProtectionDomain(),
            classFile);
    assertEquals(transformed == null, !unseen.notices().isEmpty());
  }
}
