// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.targets.TargetId;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

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
    if (hasNamesake(testClass, method)) {
      throw new ExtensionConfigurationException(
          "@FuzzTest %s: %s has several of that name, which would share their seed files:"
                  .formatted(name(testClass, method), testClass.getName())
              + " give them different names");
    }
    try {
      return new FuzzMethod(testClass, method, Signature.ofMethod(method));
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          "@FuzzTest %s: %s".formatted(name(testClass, method), e.getMessage()), e);
    }
  }

  /** Overridden methods do not count. */
  private static boolean hasNamesake(Class<?> testClass, Method method) {
    Predicate<Method> namesake =
        other ->
            other.getName().equals(method.getName())
                && !other.isSynthetic()
                && FuzzTestExtension.isFuzzTest(other);
    return ReflectionSupport.findMethods(testClass, namesake, HierarchyTraversalMode.TOP_DOWN)
            .size()
        > 1;
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
