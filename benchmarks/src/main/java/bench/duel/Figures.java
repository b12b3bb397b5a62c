// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Sums runs up, and writes the sums. */
final class Figures {
  private Figures() {}

  /** The middle one; infinite if more than half are; not a number if there is none. */
  static <T> double median(Collection<T> runs, ToDoubleFunction<T> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Of those that are positive and finite; not a number if none is. */
  static double geometricMean(Collection<Double> ratios) {
    double mean =
        ratios.stream()
            .mapToDouble(Double::doubleValue)
            .filter(ratio -> ratio > 0 && Double.isFinite(ratio))
            .map(Math::log)
            .average()
            .orElse(Double.NaN);
    return Math.exp(mean);
  }

  /** With few digits; empty if it is no number or infinite. */
  static String text(double figure) {
    if (!Double.isFinite(figure)) {
      return "";
    }
    double size = Math.abs(figure);
    String format = size >= 100 || size == Math.rint(size) ? "%,.0f" : "%.2f";
    return String.format(Locale.ROOT, format, figure);
  }

  static String met(boolean met) {
    return met ? "yes" : "NO";
  }
}
