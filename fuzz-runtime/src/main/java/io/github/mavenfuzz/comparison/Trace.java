// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.List;
import java.util.Map;

/**
 * What one execution compared.
 *
 * @param comparisons each pair of values once, and the texts that the classes involved mention
 * @param passed by the number of their site, the comparisons that were met every time: both sides
 *     are the same
 * @param failed by the number of their site, the first comparison that was not met, in the order in
 *     which they were made
 */
public record Trace(
    List<Comparison> comparisons,
    Map<Integer, Comparison> passed,
    Map<Integer, Comparison> failed) {

  /** Values of so many bits are seldom equal by chance. */
  private static final long SMALL_NUMBER = 0xFF;

  private static final int SHORT_TEXT = 2;

  /**
   * The sites of those that were passed and that hardly any mutation passes by chance: magic
   * values, keywords, checksums.
   */
  public List<Integer> guards() {
    return passed.entrySet().stream()
        .filter(entry -> isGuard(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The comparisons without what is only mentioned. */
  public List<Comparison> compared() {
    return comparisons.stream().filter(some -> !(some instanceof Comparison.Mention)).toList();
  }

  private static boolean isGuard(Comparison comparison) {
    if (comparison instanceof Comparison.OfNumbers numbers) {
      return Math.abs(numbers.left()) > SMALL_NUMBER;
    }
    return comparison instanceof Comparison.OfBytes bytes
        ? bytes.left().length() > 1
        : comparison instanceof Comparison.OfTexts texts && texts.left().length() > SHORT_TEXT;
  }
}
