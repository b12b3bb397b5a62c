// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 10s}, {@code 1m30s}, {@code 1.5h}, {@code 500ms}. */
public final class GoDuration {
  private static final Pattern TERM =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");

  private static final long NANOS_PER_MICRO = 1_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** Both micro signs, U+00B5 and U+03BC, as Go. */
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", NANOS_PER_MICRO,
          "µs", NANOS_PER_MICRO,
          "μs", NANOS_PER_MICRO,
          "ms", NANOS_PER_MILLI,
          "s", NANOS_PER_SECOND,
          "m", 60 * NANOS_PER_SECOND,
          "h", 3600 * NANOS_PER_SECOND);

  private GoDuration() {}

  /**
   * Parses what Go's {@code time.ParseDuration} does: a sign, and decimal numbers each with a unit;
   * or {@code 0}.
   *
   * @throws IllegalArgumentException if it is malformed, or longer than 292 years
   */
  public static Duration parse(String text) {
    boolean negative = text.startsWith("-");
    String unsigned = negative || text.startsWith("+") ? text.substring(1) : text;
    if (unsigned.equals("0")) {
      return Duration.ZERO;
    }
    Matcher term = TERM.matcher(unsigned);
    BigDecimal nanos = BigDecimal.ZERO;
    int end = 0;
    while (end < unsigned.length() && term.find() && term.start() == end) {
      long unit = NANOS.getOrDefault(term.group(2), 0L);
      nanos = nanos.add(new BigDecimal(term.group(1)).multiply(BigDecimal.valueOf(unit)));
      end = term.end();
    }
    if (end == 0 || end < unsigned.length()) {
      throw new IllegalArgumentException("invalid duration: " + text);
    }
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("duration too long: " + text);
    }
    Duration duration = Duration.ofNanos(nanos.longValue());
    return negative ? duration.negated() : duration;
  }

  /** Formats as Go prints a {@code time.Duration}: {@code 0s}, {@code 1m0s}, {@code 1.5ms}. */
  public static String format(Duration duration) {
    if (duration.isNegative()) {
      return "-" + format(duration.negated());
    }
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      long nanos = duration.toNanos();
      if (nanos < NANOS_PER_MICRO) {
        return nanos + "ns";
      }
      return nanos < NANOS_PER_MILLI
          ? plain(BigDecimal.valueOf(nanos, 3)) + "µs"
          : plain(BigDecimal.valueOf(nanos, 6)) + "ms";
    }
    String seconds =
        plain(BigDecimal.valueOf(duration.toSecondsPart()).add(fraction(duration))) + "s";
    if (duration.toMinutes() == 0) {
      return seconds;
    }
    String minutes = duration.toMinutesPart() + "m" + seconds;
    return duration.toHours() == 0 ? minutes : duration.toHours() + "h" + minutes;
  }

  private static BigDecimal fraction(Duration duration) {
    return BigDecimal.valueOf(duration.toNanosPart(), 9);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
