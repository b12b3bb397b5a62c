// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.interception;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a class file contains: it is rewritten, or is none, which costs an exception. */
class ExitInterceptorTest {

  static final class Leaving {
    private Leaving() {}

    static void leave(int status) {
      Runnable later = () -> Runtime.getRuntime().halt(status);
      java.util.function.IntConsumer now = System::exit;
      now.accept(status);
      later.run();
    }
  }

  static Stream<byte[]> classFiles() throws IOException {
    try (InputStream file = Leaving.class.getResourceAsStream("ExitInterceptorTest$Leaving.class")) {
      return Stream.of(file.readAllBytes());
    }
  }

  @FuzzTest
  @MethodSource("classFiles")
  void rewritesOrRejects(byte[] classFile) {
    try {
      ExitInterceptor.intercept(classFile);
    } catch (RuntimeException | OutOfMemoryError e) {
      // As with every class file that is none, which may claim to be huge: it runs as it is.
    }
  }
}
