// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.targets.TargetId;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@code @FuzzTest} method, of the class that it runs in: that may inherit it.
 *
 * @param signature the types of its parameters
 */
record FuzzMethod(Class<?> testClass, Method method, Signature signature) {

  static FuzzMethod of(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    Method method = context.getRequiredTestMethod();
    if (method.getReturnType() != void.class) {
      throw new ExtensionConfigurationException(
          "@FuzzTest %s: must return void, not %s"
              .formatted(name(testClass, method), method.getReturnType().getTypeName()));
    }
    try {
      return new FuzzMethod(testClass, method, Signature.ofMethod(method));
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          "@FuzzTest %s: %s".formatted(name(testClass, method), e.getMessage()), e);
    }
  }

  /** What {@code -Dtest} accepts. */
  String name() {
    return name(testClass, method);
  }

  boolean takesNullAt(int index) {
    return !method.getParameterTypes()[index].isPrimitive();
  }

  private static String name(Class<?> testClass, Method method) {
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    return new TargetId(TargetId.Kind.FUZZ_TEST, testClass.getName(), method.getName(), descriptor)
        .toString();
  }
}
