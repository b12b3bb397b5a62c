// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.time.GoDuration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign or a minimization may spend: whichever limit comes first ends it.
 *
 * @param time the longest it may take; null means no limit, zero means nothing may be spent
 * @param executions how often it may run the target; {@link #NO_LIMIT} means no limit, zero means
 *     nothing may be spent
 */
public record Budget(@Nullable Duration time, long executions) {
  /** No limit on the executions. */
  public static final long NO_LIMIT = Long.MAX_VALUE;

  /** No limit at all. */
  public static final Budget UNLIMITED = new Budget(null, NO_LIMIT);

  /** Nothing may be spent. */
  public static final Budget NONE = new Budget(Duration.ZERO, 0);

  /** Checks that nothing is negative. */
  public Budget {
    if (executions < 0) {
      throw new IllegalArgumentException("executions (" + executions + ") must not be negative");
    }
    if (time != null && time.isNegative()) {
      throw new IllegalArgumentException("time (" + time + ") must not be negative");
    }
  }

  /**
   * The budget of a campaign: what {@code fuzz.time} and {@code fuzz.count} say.
   *
   * @param time a duration of Go's, or {@code 1000x} for executions; null means no limit
   * @param count executions; null means no limit
   * @throws IllegalArgumentException if either is malformed, zero or negative, or if both count
   *     executions
   */
  public static Budget ofCampaign(@Nullable String time, @Nullable String count) {
    String forms = "a positive duration such as 10s, 1m30s or 1h, or executions such as 1000x";
    Budget budget = time == null ? UNLIMITED : parse("fuzz.time", time, forms);
    if (time != null && budget.isNone()) {
      throw new IllegalArgumentException(rejected("fuzz.time", time, forms));
    }
    if (count == null) {
      return budget;
    }
    if (budget.executions != NO_LIMIT) {
      throw new IllegalArgumentException(
          ("fuzz.count (%s) and fuzz.time (%s) both count executions: give one of them, or a"
                  + " duration as fuzz.time")
              .formatted(count, time));
    }
    forms = "a positive number of executions";
    long executions = parseCount("fuzz.count", count, count.length(), forms);
    if (executions == 0) {
      throw new IllegalArgumentException(rejected("fuzz.count", count, forms));
    }
    return new Budget(budget.time, executions);
  }

  /**
   * The budget of one minimization: what {@code fuzz.minimizetime} and {@code fuzz.minimizelimit}
   * say, whichever comes first.
   *
   * @param time a duration of Go's, or {@code 1000x} for executions; zero of either turns
   *     minimization off
   * @param limit executions; zero means no limit
   * @throws IllegalArgumentException if either is malformed or negative
   */
  public static Budget ofMinimization(String time, String limit) {
    Budget budget =
        parse(
            "fuzz.minimizetime",
            time,
            "a duration such as 60s, executions such as 1000x, or 0s to turn minimization off");
    long executions =
        parseCount(
            "fuzz.minimizelimit",
            limit,
            limit.length(),
            "a number of executions, or 0 for as many as it takes");
    if (budget.isNone()) {
      return NONE;
    }
    return executions == 0
        ? budget
        : new Budget(budget.time, Math.min(budget.executions, executions));
  }

  /** Whether nothing may be spent. */
  public boolean isNone() {
    return executions == 0 || (time != null && time.isZero());
  }

  private static Budget parse(String parameter, String text, String forms) {
    if (text.endsWith("x")) {
      return new Budget(null, parseCount(parameter, text, text.length() - 1, forms));
    }
    Duration time;
    try {
      time = GoDuration.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(rejected(parameter, text, forms), e);
    }
    if (time.isNegative()) {
      throw new IllegalArgumentException(rejected(parameter, text, forms));
    }
    return new Budget(time, NO_LIMIT);
  }

  private static long parseCount(String parameter, String text, int digits, String forms) {
    try {
      long count = Long.parseLong(text.substring(0, digits));
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(rejected(parameter, text, forms), e);
    }
    throw new IllegalArgumentException(rejected(parameter, text, forms));
  }

  private static String rejected(String parameter, String text, String forms) {
    return parameter + " (" + text + ") must be " + forms;
  }
}
