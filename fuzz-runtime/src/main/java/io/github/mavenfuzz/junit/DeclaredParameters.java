// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclaration;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The parameters of a method as argument providers see them. Loads only where JUnit is 5.13 or
 * later: see {@link Presence#PARAMETER_DECLARATIONS}.
 */
record DeclaredParameters(Method method) implements ParameterDeclarations {

  private record Declaration(int index, Parameter parameter) implements ParameterDeclaration {
    @Override
    public AnnotatedElement getAnnotatedElement() {
      return parameter;
    }

    @Override
    public Class<?> getParameterType() {
      return parameter.getType();
    }

    @Override
    public int getParameterIndex() {
      return index;
    }

    @Override
    public Optional<String> getParameterName() {
      return parameter.isNamePresent() ? Optional.of(parameter.getName()) : Optional.empty();
    }
  }

  static Stream<? extends Arguments> arguments(ArgumentsProvider provider, ExtensionContext context)
      throws Exception {
    return provider.provideArguments(
        new DeclaredParameters(context.getRequiredTestMethod()), context);
  }

  @Override
  public List<ParameterDeclaration> getAll() {
    return IntStream.range(0, method.getParameterCount()).mapToObj(this::declaration).toList();
  }

  @Override
  public Optional<ParameterDeclaration> getFirst() {
    return get(0);
  }

  @Override
  public Optional<ParameterDeclaration> get(int index) {
    return index >= 0 && index < method.getParameterCount()
        ? Optional.of(declaration(index))
        : Optional.empty();
  }

  @Override
  public AnnotatedElement getSourceElement() {
    return method;
  }

  @Override
  public String getSourceElementDescription() {
    return "method [%s]".formatted(method.toGenericString());
  }

  private ParameterDeclaration declaration(int index) {
    return new Declaration(index, method.getParameters()[index]);
  }
}
