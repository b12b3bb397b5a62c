// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a fuzz test's parameters their values, and leaves constructors and set-up to others. */
record ArgumentResolver(Method method, List<? extends @Nullable Object> values)
    implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getDeclaringExecutable().equals(method);
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return values.get(parameter.getIndex());
  }
}
