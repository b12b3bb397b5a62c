// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import io.github.mavenfuzz.protocol.Technique;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What to compare, and for how long.
 *
 * @param targets what is fuzzed
 * @param classPath where the targets are; empty means the class path of the built-in ones
 * @param seconds how long each run fuzzes; at least 1
 * @param runs how often each contestant runs on each target; at least 1
 * @param parts what is measured
 * @param without techniques that the engine does not use; for the ablation, each in turn
 * @param ablation whether the engine's opponents are itself without each technique, not Jazzer
 * @param output the directory that results go to
 */
record DuelOptions(
    List<Target> targets,
    String classPath,
    int seconds,
    int runs,
    Set<Part> parts,
    Set<Technique> without,
    boolean ablation,
    Path output) {

  /** What can be measured. */
  enum Part {
    /** How soon planted failures are found. */
    PLANTED,
    /** How much of libraries is reached, and how many failures. */
    LIBRARIES,
    /** Executions per second, from the same corpus. */
    SPEED
  }

  private static final String USAGE =
      """
      options, all of which may be left out:
        --targets=NAME,...     simple names of built-in targets; classes, with --classpath
        --classpath=PATH       where other targets are, and all that they need
        --seconds=N            how long each run fuzzes (60)
        --runs=N               how often each contestant runs on each target (3)
        --only=PART,...        planted, libraries, speed (all of them)
        --without=NAME,...     techniques that the engine does not use
        --ablation             the engine without each technique (or each of --without) against
                               itself, instead of Jazzer
        --output=DIR           where results go (target/duel)""";

  private static final Set<String> KNOWN =
      Set.of("targets", "classpath", "seconds", "runs", "only", "without", "ablation", "output");

  DuelOptions {
    check(seconds >= 1, "--seconds (" + seconds + ") must be at least 1");
    check(runs >= 1, "--runs (" + runs + ") must be at least 1");
    check(!targets.isEmpty(), "--targets must name at least one target");
    check(
        haveWork(targets, parts), "--only (" + parts + ") leaves nothing to measure of --targets");
    check(!ablation || !parts.equals(Set.of(Part.SPEED)), "--ablation does not measure speed");
    targets = List.copyOf(targets);
    parts = Set.copyOf(parts);
    without = Set.copyOf(without);
  }

  /** What is to be measured in a part; nothing if it is not wanted. */
  List<Target> targetsOf(Part part) {
    return parts.contains(part)
        ? targets.stream().filter(target -> measures(part, target)).toList()
        : List.of();
  }

  private static boolean haveWork(List<Target> targets, Set<Part> parts) {
    return targets.stream().anyMatch(one -> parts.stream().anyMatch(part -> measures(part, one)));
  }

  private static boolean measures(Part part, Target target) {
    return target.planted() == (part == Part.PLANTED);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if an option is unknown or has a wrong value
   */
  static DuelOptions parse(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      String[] option = argument.split("=", 2);
      String name = option[0].startsWith("--") ? option[0].substring(2) : "";
      check(KNOWN.contains(name), argument + " is no option\n" + USAGE);
      boolean takesValue = !name.equals("ablation");
      check(takesValue == (option.length == 2), argument + " is not how it is written\n" + USAGE);
      given.put(name, takesValue ? option[1] : "");
    }
    String classPath = given.getOrDefault("classpath", "");
    return new DuelOptions(
        targets(given.getOrDefault("targets", ""), classPath),
        classPath,
        number("seconds", given.getOrDefault("seconds", "60")),
        number("runs", given.getOrDefault("runs", "3")),
        constants("only", given.getOrDefault("only", ""), Part.class, EnumSet.allOf(Part.class)),
        constants("without", given.getOrDefault("without", ""), Technique.class, Set.of()),
        given.containsKey("ablation"),
        Path.of(given.getOrDefault("output", "target/duel")).toAbsolutePath().normalize());
  }

  private static List<Target> targets(String value, String classPath) {
    if (!classPath.isEmpty()) {
      check(!value.isEmpty(), "--classpath wants --targets=a.Class,...: there are no others");
      return names(value).stream().map(name -> new Target(name, false)).toList();
    }
    List<String> known = Target.BUILT_IN.stream().map(Target::simpleName).toList();
    for (String name : names(value)) {
      check(known.contains(name), "--targets: " + name + " is none of " + known);
    }
    return Target.BUILT_IN.stream()
        .filter(target -> value.isEmpty() || names(value).contains(target.simpleName()))
        .toList();
  }

  private static int number(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--" + option + " (" + value + ") must be a number", e);
    }
  }

  private static <E extends Enum<E>> Set<E> constants(
      String option, String value, Class<E> type, Set<E> otherwise) {
    Set<E> constants = EnumSet.noneOf(type);
    for (String name : names(value)) {
      try {
        constants.add(Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_')));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "--%s: %s is none of %s".formatted(option, name, EnumSet.allOf(type)), e);
      }
    }
    return constants.isEmpty() ? otherwise : constants;
  }

  private static List<String> names(String value) {
    return value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1));
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
