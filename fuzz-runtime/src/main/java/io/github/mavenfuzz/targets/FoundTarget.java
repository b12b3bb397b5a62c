// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * A target that a module declares.
 *
 * @param id names it
 * @param problem why it cannot be fuzzed, such as a parameter of an unsupported type; null if it
 *     can
 */
public record FoundTarget(TargetId id, @Nullable String problem) {

  /** The target with its parameter types: {@code ReverseTest#reverses(String, int)}. */
  public String declaration() {
    String declaration = id + "(" + parametersOf(id.descriptor()) + ")";
    // Class files may have names that do to a terminal what they want.
    return declaration.replaceAll("\\p{Cc}", "?");
  }

  /** The parameter types of a method's descriptor as in a declaration, without packages. */
  static String parametersOf(String descriptor) {
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .map(type -> withoutPackage(type.getClassName()))
        .collect(Collectors.joining(", "));
  }

  private static String withoutPackage(String typeName) {
    return typeName.substring(Math.max(typeName.lastIndexOf('.'), typeName.lastIndexOf('$')) + 1);
  }
}
