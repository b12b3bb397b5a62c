// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which classes get probes: by default all of the class path but the JDK, JUnit and this library.
 *
 * <p>A pattern is a class name in which {@code *} stands for any characters but a dot, {@code **}
 * for any characters, and {@code ?} for one character that is no dot.
 */
final class ClassFilter {
  private static final List<String> NEVER =
      List.of(
          "io/github/mavenfuzz/",
          "org/junit/",
          "junit/",
          "org/opentest4j/",
          "org/apiguardian/",
          "org/hamcrest/");

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final List<Pattern> includes;
  private final List<Pattern> excludes;

  ClassFilter(List<String> includes, List<String> excludes) {
    this.includes = includes.stream().map(ClassFilter::toPattern).toList();
    this.excludes = excludes.stream().map(ClassFilter::toPattern).toList();
  }

  private static Pattern toPattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '*' && i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^.]*");
      } else if (c == '?') {
        regex.append("[^.]");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }

  /** Whether the class with that internal name, defined by that loader, gets probes. */
  boolean accepts(@Nullable ClassLoader loader, String internalName) {
    if (loader == null || loader == PLATFORM) {
      return false;
    }
    for (String prefix : NEVER) {
      if (internalName.startsWith(prefix)) {
        return false;
      }
    }
    String name = internalName.replace('/', '.');
    return (includes.isEmpty() || matches(includes, name)) && !matches(excludes, name);
  }

  private static boolean matches(List<Pattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }
}
