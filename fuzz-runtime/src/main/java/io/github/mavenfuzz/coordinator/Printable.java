// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.nio.file.Path;
import java.util.Locale;

/** Text of the target's, or of whoever else, as it may be shown: control characters escaped. */
public final class Printable {
  private Printable() {}

  /** The name of a file, which may have lines, too. */
  static String line(Path file) {
    return line(file.toString());
  }

  /** A name, which may be of several lines. */
  static String line(String name) {
    return of(name).replace("\n", "\\n");
  }

  /** Control characters could rewrite what a terminal shows. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t' || !isControl(c)) {
                safe.append((char) c);
              } else if (c != '\r') {
                safe.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return safe.toString();
  }

  /** Also what changes the direction of writing, and what ends a line where it is not seen. */
  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
