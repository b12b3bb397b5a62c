// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.util.Locale;

/** Text of the target's, or of whoever else, as it may be shown: control characters escaped. */
final class Printable {
  private Printable() {}

  /** Control characters could rewrite what a terminal shows. */
  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                safe.append((char) c);
              } else if (c != '\r') {
                safe.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return safe.toString();
  }
}
