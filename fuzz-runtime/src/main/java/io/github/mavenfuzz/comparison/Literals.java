// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.List;

/** The parts of a regular expression that stand for themselves. */
final class Literals {
  private static final String QUANTIFIERS = "*?{";
  private static final String SPECIAL = "^$.|()+}" + QUANTIFIERS;

  private Literals() {}

  /** Runs of chars that stand for themselves, as far as that is easily told. */
  static List<String> of(String expression) {
    List<String> literals = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      if (c == '\\' && i + 1 < expression.length()) {
        char escaped = expression.charAt(i + 1);
        if (Character.isLetterOrDigit(escaped)) {
          end(run, literals);
        } else {
          run.append(escaped);
        }
        i += 2;
      } else if (c == '[') {
        end(run, literals);
        i = endOfClass(expression, i);
      } else {
        if (SPECIAL.indexOf(c) < 0) {
          run.append(c);
        } else {
          if (QUANTIFIERS.indexOf(c) >= 0 && run.length() > 0) {
            // It belongs to the last char alone, which need not be there.
            run.setLength(run.length() - 1);
          }
          end(run, literals);
        }
        i++;
      }
    }
    end(run, literals);
    return literals;
  }

  private static int endOfClass(String expression, int start) {
    int i = start + 1;
    while (i < expression.length() && expression.charAt(i) != ']') {
      i += expression.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, expression.length());
  }

  private static void end(StringBuilder run, List<String> literals) {
    if (run.length() > 0) {
      literals.add(run.toString());
      run.setLength(0);
    }
  }
}
