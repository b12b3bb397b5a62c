// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import java.util.ArrayList;
import java.util.List;

/**
 * Which targets are meant: the value of {@code fuzz.target}, written as Surefire's {@code test} is.
 *
 * <p>One or several clauses, separated by commas: {@code Class}, {@code Class#method}, {@code
 * Class#one+two}, {@code #method}, with a {@code !} in front to leave out what it names. Class
 * names are simple or fully qualified; {@code *} and {@code ?} stand for any and for one character
 * of a name, {@code **} in a qualified class name for any packages. Types in parentheses tell
 * methods of one name apart: {@code Class#method(String, int)}.
 */
public final class TargetPattern {
  /** The forms that a message lists. */
  static final String FORMS =
      "Class, Class#method, Class#one+two, com.acme.Class#method, with the wildcards * and ?,"
          + " or several of them separated by commas";

  private final List<TargetClause> clauses;

  private TargetPattern(List<TargetClause> clauses) {
    this.clauses = clauses;
  }

  /** Matches every target. */
  public static TargetPattern all() {
    return new TargetPattern(List.of());
  }

  /**
   * Parses a pattern.
   *
   * @throws IllegalArgumentException if it is malformed, with a message that gives the value, the
   *     reason and the accepted forms
   */
  public static TargetPattern parse(String text) {
    try {
      return new TargetPattern(split(text).stream().map(TargetClause::parse).toList());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "fuzz.target (%s) is malformed: %s. Accepted: %s.".formatted(text, e.getMessage(), FORMS),
          e);
    }
  }

  /** Whether the target is meant. */
  public boolean matches(TargetId target) {
    boolean included = clauses.stream().allMatch(TargetClause::excludes);
    for (TargetClause clause : clauses) {
      if (clause.matches(target)) {
        if (clause.excludes()) {
          return false;
        }
        included = true;
      }
    }
    return included;
  }

  /** The class names that it gives in full, without wildcards: they may be anywhere. */
  public List<String> exactClassNames() {
    return clauses.stream().flatMap(clause -> clause.exactClassName().stream()).toList();
  }

  /** Splits at commas that are not within parentheses. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
