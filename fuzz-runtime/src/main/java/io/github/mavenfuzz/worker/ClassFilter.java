// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.targets.NamePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which classes get probes: by default all of the class path but the JDK, JUnit and this library.
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

  private final List<NamePattern> includes;
  private final List<NamePattern> excludes;

  ClassFilter(List<String> includes, List<String> excludes) {
    this.includes = includes.stream().map(NamePattern::of).toList();
    this.excludes = excludes.stream().map(NamePattern::of).toList();
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

  private static boolean matches(List<NamePattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }
}
