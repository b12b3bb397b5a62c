// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.corpus.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A row of an argument source.
 *
 * @param number its place among the rows of all sources, from 0
 * @param arguments as the source gave them
 */
record SeedRow(int number, List<@Nullable Object> arguments) {

  /** The rows of the method's argument sources; none without junit-jupiter-params. */
  static List<SeedRow> ofSources(FuzzMethod method, ExtensionContext context) {
    if (!Presence.ARGUMENT_SOURCES.isGiven()) {
      return List.of();
    }
    List<List<@Nullable Object>> rows = new ArgumentSources(method.method(), context).rows();
    return IntStream.range(0, rows.size()).mapToObj(i -> new SeedRow(i, rows.get(i))).toList();
  }

  String name() {
    return "seed#" + number;
  }

  /** The arguments as values of the parameters' types, or null. */
  List<@Nullable Object> values(FuzzMethod method) throws UnusableSeedException {
    List<ParameterType> types = method.signature().types();
    if (arguments.size() != types.size()) {
      throw new UnusableSeedException(
          "%s: %s value(s), but %s has %s parameter(s): %s"
              .formatted(
                  name(), arguments.size(), method.name(), types.size(), method.signature()));
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      values.add(value(i, types.get(i), method));
    }
    return values;
  }

  private @Nullable Object value(int index, ParameterType type, FuzzMethod method)
      throws UnusableSeedException {
    Object argument = arguments.get(index);
    if (argument == null && method.takesNullAt(index)) {
      return null;
    }
    Object value = argument == null ? null : ArgumentConversion.convert(argument, type);
    if (value == null) {
      throw new UnusableSeedException(
          "%s: parameter %s of %s is a %s, which cannot be %s"
              .formatted(name(), index + 1, method.name(), type.keyword(), shown(argument)));
    }
    return value;
  }

  private static String shown(@Nullable Object argument) {
    if (argument == null) {
      return "null";
    }
    String text = argument instanceof String string ? '"' + string + '"' : argument.toString();
    return "%s (%s)".formatted(text, argument.getClass().getTypeName());
  }
}
