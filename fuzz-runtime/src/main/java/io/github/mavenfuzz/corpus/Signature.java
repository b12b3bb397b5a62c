// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parameter types of a target, in order. At least one. */
public record Signature(List<ParameterType> types) {
  public Signature {
    types = List.copyOf(types);
    if (types.isEmpty()) {
      throw new IllegalArgumentException(
          "no parameter: a fuzz target takes at least one of " + ParameterType.supported());
    }
  }

  /**
   * Reads a descriptor such as {@code (Ljava/lang/String;I)V}; boxed types count as their
   * primitives.
   *
   * @throws IllegalArgumentException if there is no parameter, or one that cannot be fuzzed
   */
  public static Signature ofDescriptor(String methodDescriptor) {
    if (!methodDescriptor.startsWith("(") || methodDescriptor.indexOf(')') < 0) {
      throw notADescriptor(methodDescriptor);
    }
    List<ParameterType> types = new ArrayList<>();
    int start = 1;
    while (methodDescriptor.charAt(start) != ')') {
      int end = endOfType(methodDescriptor, start);
      types.add(typeOf(methodDescriptor.substring(start, end)));
      start = end;
    }
    return new Signature(types);
  }

  /**
   * The parameter types of a method.
   *
   * @throws IllegalArgumentException if there is no parameter, or one that cannot be fuzzed
   */
  public static Signature ofMethod(Method method) {
    List<ParameterType> types = new ArrayList<>();
    for (Class<?> type : method.getParameterTypes()) {
      types.add(typeOf(type.descriptorString()));
    }
    return new Signature(types);
  }

  /** Whether the target takes one {@code byte[]}, so that raw files are inputs, too. */
  public boolean isSingleByteArray() {
    return types.size() == 1 && types.get(0) == ParameterType.BYTES;
  }

  /** The values that fuzzing starts with when there are no seeds. */
  public List<Object> zeroValues() {
    return types.stream().map(ParameterType::zero).toList();
  }

  /** The types as in a method's declaration: {@code String, int}. */
  @Override
  public String toString() {
    return types.stream().map(ParameterType::keyword).collect(Collectors.joining(", "));
  }

  /** Throws unless these are values of exactly these types: a bug of the caller, not of a user. */
  void check(List<Object> values) {
    if (values.size() != types.size()) {
      throw new IllegalArgumentException(values.size() + " values for (" + this + ")");
    }
    for (int i = 0; i < values.size(); i++) {
      Class<?> expected = types.get(i).boxed();
      if (!expected.isInstance(values.get(i))) {
        throw new IllegalArgumentException(
            "parameter %s of (%s) is a %s"
                .formatted(i + 1, this, values.get(i).getClass().getTypeName()));
      }
    }
  }

  private static ParameterType typeOf(String descriptor) {
    return ParameterType.ofDescriptor(descriptor)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unsupported parameter type %s: a fuzz target takes %s"
                        .formatted(inJava(descriptor), ParameterType.supported())));
  }

  private static int endOfType(String descriptor, int start) {
    int end = start;
    while (descriptor.charAt(end) == '[') {
      end++;
    }
    if (descriptor.charAt(end) == 'L') {
      end = descriptor.indexOf(';', end);
    } else if ("ZBCSIJFD".indexOf(descriptor.charAt(end)) < 0) {
      end = -1;
    }
    if (end < 0 || end > descriptor.indexOf(')')) {
      throw notADescriptor(descriptor);
    }
    return end + 1;
  }

  private static IllegalArgumentException notADescriptor(String text) {
    return new IllegalArgumentException("not a method descriptor: " + text);
  }

  private static String inJava(String descriptor) {
    String element = descriptor.replace("[", "");
    String name =
        element.startsWith("L")
            ? element.substring(1, element.length() - 1).replace('/', '.').replace('$', '.')
            : ParameterType.ofDescriptor(element).map(ParameterType::keyword).orElse(element);
    return name + "[]".repeat(descriptor.length() - element.length());
  }
}
