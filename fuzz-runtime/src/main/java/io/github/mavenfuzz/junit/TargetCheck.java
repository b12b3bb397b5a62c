// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.targets.TargetId;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what makes it impossible that JUnit runs a target: JUnit itself passes such methods over,
 * or fails with a page of text, depending on its version.
 */
record TargetCheck(TargetId target, Class<?> testClass) {

  void throwIfImpossible() throws TargetNotRunException {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      throw new TargetNotRunException(obstacle.get());
    }
  }

  private Optional<String> obstacle() {
    if (Modifier.isAbstract(testClass.getModifiers())) {
      return Optional.of(testClass.getName() + " is abstract: name a class that extends it");
    }
    Optional<Method> found = methods(testClass).filter(this::isTarget).findFirst();
    if (found.isEmpty()) {
      return Optional.of(
          "%s has no method %s%s"
              .formatted(testClass.getName(), target.methodName(), target.descriptor()));
    }
    Method method = found.get();
    if (method.getReturnType() != void.class) {
      return Optional.of(
          "a @FuzzTest must return void, not " + method.getReturnType().getTypeName());
    }
    if (Modifier.isStatic(method.getModifiers())) {
      return Optional.of("a @FuzzTest must not be static");
    }
    return Modifier.isPrivate(method.getModifiers())
        ? Optional.of("a @FuzzTest must not be private")
        : Optional.empty();
  }

  /** Those of the class, the classes above it, and the interfaces of them all. */
  private static Stream<Method> methods(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    return Stream.concat(
        Arrays.stream(type.getDeclaredMethods()), above.flatMap(TargetCheck::methods));
  }

  private boolean isTarget(Method method) {
    return method.getName().equals(target.methodName())
        && MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString()
            .equals(target.descriptor());
  }
}
