// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JVM arguments of an {@code argLine}. */
final class ArgLine {
  private static final String AGENT = "-javaagent:";

  private ArgLine() {}

  /**
   * Splits at white space that is not within single or double quotes, as Surefire does, and leaves
   * out JaCoCo's agent: workers have their own instrumentation.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> parse(String line) {
    return split(line).stream().filter(argument -> !isJacocoAgent(argument)).toList();
  }

  private static List<String> split(String line) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    boolean started = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          argument.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        started = true;
      } else if (!Character.isWhitespace(c)) {
        argument.append(c);
        started = true;
      } else if (started) {
        arguments.add(argument.toString());
        argument.setLength(0);
        started = false;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException(
          "argLine (" + line + ") has a " + quote + " that is not closed");
    }
    if (started) {
      arguments.add(argument.toString());
    }
    return arguments;
  }

  private static boolean isJacocoAgent(String argument) {
    if (!argument.startsWith(AGENT)) {
      return false;
    }
    String jar = argument.substring(AGENT.length()).replaceFirst("=.*", "");
    Path name = Path.of(jar.replace('\\', '/')).getFileName();
    return name != null && name.toString().toLowerCase(Locale.ROOT).contains("jacoco");
  }
}
