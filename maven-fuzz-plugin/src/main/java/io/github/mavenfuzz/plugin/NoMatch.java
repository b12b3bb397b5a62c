// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to say when no module has the targets that were asked for. */
final class NoMatch {
  private NoMatch() {}

  /**
   * The message.
   *
   * @param pattern the value of {@code fuzz.target}; null if it is not set
   * @param declared what targets there are, with their parameter types
   */
  static String message(@Nullable String pattern, List<String> declared) {
    if (declared.isEmpty()) {
      String asked = pattern == null ? "" : " for fuzz.target (" + pattern + ")";
      return "There is no fuzz test"
          + asked
          + ": write a @FuzzTest method in src/test/java, or a class with"
          + " public static void fuzzerTestOneInput(byte[])";
    }
    List<String> names =
        declared.stream()
            .map(target -> target.substring(0, target.indexOf('(')))
            .distinct()
            .toList();
    List<String> nearest = pattern == null ? List.of() : NearestNames.to(pattern, names);
    return "No target matches fuzz.target (%s).%s There is:\n  %s"
        .formatted(
            pattern,
            nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?",
            String.join("\n  ", declared));
  }
}
