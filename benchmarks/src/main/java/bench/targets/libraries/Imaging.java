// SPDX-License-Identifier: Apache-2.0
package bench.targets.libraries;

import java.io.IOException;
import org.apache.commons.imaging.ImageReadException;

/** Reads an image with Commons Imaging 1.0-alpha1. */
public final class Imaging {
  private Imaging() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      var unused = org.apache.commons.imaging.Imaging.getBufferedImage(data);
    } catch (ImageReadException | IOException e) {
      // No image: that is no failure.
    }
  }
}
