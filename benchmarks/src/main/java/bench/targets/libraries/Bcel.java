// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.bcel.classfile.ClassFormatException;
import org.apache.bcel.classfile.ClassParser;

/** Reads a class file with BCEL 6.5.0. */
public final class Bcel {
  private Bcel() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      var unused = new ClassParser(new ByteArrayInputStream(data), "Fuzzed.class").parse();
    } catch (ClassFormatException | IOException e) {
      // No class file: that is no failure.
    }
  }
}
