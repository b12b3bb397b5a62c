// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the clauses of a {@link TargetPattern}.
 *
 * @param excludes whether it says what to leave out
 * @param className as written, with dots; empty means any class
 * @param methods the methods; empty means all of the class and of those nested in it
 */
record TargetClause(boolean excludes, String className, List<MethodPattern> methods) {

  /** A method's name, and its parameter types without packages; null means any. */
  private record MethodPattern(NamePattern name, @Nullable String parameters) {
    boolean matches(TargetId target) {
      return name.matches(target.methodName())
          && (parameters == null
              || parameters.equals(FoundTarget.parametersOf(target.descriptor()).replace(" ", "")));
    }
  }

  static TargetClause parse(String text) {
    boolean excludes = text.startsWith("!");
    String clause = excludes ? text.substring(1) : text;
    if (clause.isEmpty()) {
      throw new IllegalArgumentException("there is no class name");
    }
    if (clause.startsWith("%")) {
      throw new IllegalArgumentException("%regex[...] is not supported");
    }
    int hash = clause.indexOf('#');
    if (hash < 0) {
      return new TargetClause(excludes, parseClass(clause), List.of());
    }
    List<MethodPattern> methods = new ArrayList<>();
    for (String method : clause.substring(hash + 1).split("\\+", -1)) {
      methods.add(parseMethod(method.strip()));
    }
    String className = hash == 0 ? "" : parseClass(clause.substring(0, hash));
    return new TargetClause(excludes, className, methods);
  }

  boolean matches(TargetId target) {
    if (methods.isEmpty()) {
      for (String name = target.className(); !name.isEmpty(); name = enclosing(name)) {
        if (matchesClass(name)) {
          return true;
        }
      }
      return false;
    }
    return matchesClass(target.className())
        && methods.stream().anyMatch(method -> method.matches(target));
  }

  /** The class name if it has no wildcards and the clause asks for something. */
  Optional<String> exactClassName() {
    boolean exact = className.indexOf('*') < 0 && className.indexOf('?') < 0;
    return exact && !excludes && !className.isEmpty() ? Optional.of(className) : Optional.empty();
  }

  private boolean matchesClass(String name) {
    if (className.isEmpty()) {
      return true;
    }
    NamePattern pattern = NamePattern.of(className);
    if (className.indexOf('.') >= 0) {
      return pattern.matches(name);
    }
    String simple = name.substring(name.lastIndexOf('.') + 1);
    String innermost = simple.substring(simple.lastIndexOf('$') + 1);
    return pattern.matches(simple) || pattern.matches(innermost);
  }

  /** The class around a nested class; empty if it is not nested. */
  private static String enclosing(String name) {
    int dollar = name.lastIndexOf('$');
    return dollar > name.lastIndexOf('.') + 1 ? name.substring(0, dollar) : "";
  }

  private static String parseClass(String text) {
    String name = text.strip().replaceAll("\\.(java|class)$", "").replace('/', '.');
    check(name, ".$");
    if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
      throw new IllegalArgumentException("'" + text + "' is no class name");
    }
    return name;
  }

  private static MethodPattern parseMethod(String text) {
    int parenthesis = text.indexOf('(');
    if (parenthesis < 0) {
      check(text, "");
      return new MethodPattern(NamePattern.of(text), null);
    }
    if (!text.endsWith(")")) {
      throw new IllegalArgumentException("a closing parenthesis is missing in '" + text + "'");
    }
    String name = text.substring(0, parenthesis);
    check(name, "");
    String parameters = text.substring(parenthesis + 1, text.length() - 1).replace(" ", "");
    return new MethodPattern(NamePattern.of(name), parameters);
  }

  private static void check(String name, String separators) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a name is missing before or after '#' or '+'");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && (separators + "*?").indexOf(c) < 0) {
        throw new IllegalArgumentException("'" + c + "' cannot be part of a name");
      }
    }
  }
}
