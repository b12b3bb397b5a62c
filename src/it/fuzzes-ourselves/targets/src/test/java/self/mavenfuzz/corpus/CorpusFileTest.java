// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a corpus file contains: it is malformed, or is the same when it is written again. */
class CorpusFileTest {
  private static final Signature SIGNATURE = Signature.ofDescriptor("(Ljava/lang/String;IDZ[BC)V");

  @FuzzTest
  @ValueSource(
      strings = {
        "maven fuzz v1\nString(\"a\\u00e4\")\nint(-3)\ndouble(1.5)\nboolean(true)\n"
            + "byte[](\"x\\x00\")\nchar('c')\n",
        "maven fuzz v1\r\nString(\"\")\nint(0)\ndouble(NaN)\nboolean(false)\nbyte[](\"\")\nchar('\\n')"
      })
  void readsWhatItWrites(String text) {
    byte[] once;
    try {
      once = CorpusFile.canonical(text.getBytes(StandardCharsets.UTF_8), SIGNATURE);
    } catch (MalformedEntryException e) {
      return;
    }
    try {
      List<Object> values = CorpusFile.parse(once, SIGNATURE);
      assertArrayEquals(once, CorpusFile.format(values, SIGNATURE));
      JavaSource.arguments(values, SIGNATURE);
    } catch (MalformedEntryException e) {
      throw new AssertionError("cannot read what it wrote", e);
    }
  }
}
