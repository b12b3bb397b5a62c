// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.nio.file.Path;

/** The Java that runs this, which all others run on, too. */
final class Java {
  private Java() {}

  static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
