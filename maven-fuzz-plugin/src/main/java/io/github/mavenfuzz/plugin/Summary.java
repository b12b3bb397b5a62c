// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.util.ArrayList;
import java.util.List;

/** The table at the end of a run of several targets. */
final class Summary {
  private static final int LONGEST_OUTCOME = 100;

  private Summary() {}

  /** The table's lines: target, executions, new interesting inputs, outcome. */
  static List<String> lines(List<Outcome> outcomes) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"target", "execs", "new interesting", "outcome"});
    for (Outcome outcome : outcomes) {
      var result = outcome.result();
      rows.add(
          new String[] {
            outcome.target().toString(),
            result == null ? "-" : Long.toString(result.executions()),
            result == null ? "-" : Integer.toString(result.interesting()),
            shortened(outcome.summary())
          });
    }
    int[] widths = new int[3];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    String format = "  %-" + widths[0] + "s  %" + widths[1] + "s  %" + widths[2] + "s  %s";
    return rows.stream().map(row -> format.formatted((Object[]) row)).toList();
  }

  private static String shortened(String outcome) {
    return outcome.length() <= LONGEST_OUTCOME
        ? outcome
        : outcome.substring(0, LONGEST_OUTCOME) + "...";
  }
}
