// SPDX-License-Identifier: Apache-2.0
package bench;

import java.util.Locale;

/** Prints one line per figure, as Markdown. */
final class Table {
  private static final String LINE = "| %-3s | %-46s | %14s | %14s | %9s | %8s | %-4s |%n";

  Table() {
    System.out.printf(LINE, "row", "what", "ours", "other", "figure", "goal", "met");
    System.out.printf("|-----|%s|--:|--:|--:|--:|------|%n", "-".repeat(48));
  }

  /** A figure that is to be at least {@code goal}. */
  void atLeast(int row, String what, double ours, double other, double figure, double goal) {
    line(row, what, ours, other, figure, ">= " + number(goal), figure >= goal);
  }

  /** A figure that is to be at most {@code goal}. */
  void atMost(int row, String what, double ours, double other, double figure, double goal) {
    line(row, what, ours, other, figure, "<= " + number(goal), figure <= goal);
  }

  /** A figure without a goal. */
  void note(int row, String what, double ours, double other, double figure) {
    System.out.printf(LINE, row, what, number(ours), number(other), number(figure), "", "");
  }

  void skipped(int row, String why) {
    System.out.printf(LINE, row, "skipped: " + why, "", "", "", "", "");
  }

  private static void line(
      int row, String what, double ours, double other, double figure, String goal, boolean met) {
    System.out.printf(
        LINE, row, what, number(ours), number(other), number(figure), goal, met ? "yes" : "NO");
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : "%.2f", value);
  }
}
