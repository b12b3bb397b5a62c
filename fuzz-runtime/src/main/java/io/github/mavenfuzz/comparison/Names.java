// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.List;
import java.util.Set;

/**
 * Tells calls that look for something by its name: {@code json.path("user")}, {@code
 * request.getParameter("id")}. What they look through is often their own, so that nothing is
 * compared where it is empty.
 */
final class Names {
  private static final int LONGEST = 32;

  /** They make texts of texts. */
  private static final Set<String> MAKERS =
      Set.of(
          "java/lang/String",
          "java/lang/StringBuilder",
          "java/lang/StringBuffer",
          "java/lang/System",
          "java/util/Objects");

  /** How methods are called that a name is given to, and not asked for. */
  private static final List<String> GIVING = List.of("put", "add", "append", "set", "write");

  private static final List<String> TEXTS =
      List.of("Ljava/lang/String;", "Ljava/lang/Object;", "Ljava/lang/CharSequence;");

  private Names() {}

  /** Whether a call with that text as an argument may be one. */
  static boolean mayBeSought(String text, String owner, String name, String descriptor) {
    String parameters = descriptor.substring(0, descriptor.indexOf(')'));
    return isName(text)
        && !descriptor.endsWith(")V")
        && TEXTS.stream().anyMatch(parameters::contains)
        && !MAKERS.contains(owner)
        && GIVING.stream().noneMatch(name::startsWith);
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST
        && text.chars().anyMatch(Character::isLetter)
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.:/$@#".indexOf(c) >= 0);
  }
}
