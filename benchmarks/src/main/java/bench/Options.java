// SPDX-License-Identifier: Apache-2.0
package bench;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What to measure, and for how long.
 *
 * @param rows the numbers of the rows; {@link Benchmarks} has what they mean
 * @param seconds how long each run fuzzes
 * @param runs how often each contestant runs; medians are reported
 */
record Options(Set<Integer> rows, int seconds, int runs) {
  private static final int ROWS = 9;

  Options {
    check(
        rows.stream().allMatch(row -> row >= 1 && row <= ROWS), "--rows must be from 1 to " + ROWS);
    check(seconds >= 1, "--seconds must be at least 1");
    check(runs >= 1, "--runs must be at least 1");
  }

  /** Reads {@code --rows=1,2 --seconds=20 --runs=5}, each of which may be left out. */
  static Options parse(String[] arguments) {
    Set<Integer> rows = allRows();
    int seconds = 20;
    int runs = 5;
    for (String argument : arguments) {
      String value = argument.substring(argument.indexOf('=') + 1);
      if (argument.startsWith("--rows=")) {
        rows =
            Arrays.stream(value.split(",", -1))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
      } else if (argument.startsWith("--seconds=")) {
        seconds = Integer.parseInt(value);
      } else if (argument.startsWith("--runs=")) {
        runs = Integer.parseInt(value);
      } else {
        throw new IllegalArgumentException(
            argument + " is none of --rows=1,2,... --seconds=N --runs=N");
      }
    }
    return new Options(rows, seconds, runs);
  }

  private static Set<Integer> allRows() {
    return IntStream.rangeClosed(1, ROWS).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
