// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes and asks {@link ArgumentsProvider}s, through what is public in every JUnit. */
final class SourceProviders {
  private SourceProviders() {}

  /**
   * Makes a provider and hands it its annotation.
   *
   * @param path the annotations that lead to the provider, the nearest one last
   */
  static ArgumentsProvider create(
      Class<? extends ArgumentsProvider> type, List<Annotation> path, ExtensionContext context) {
    ArgumentsProvider provider = context.getExecutableInvoker().invoke(constructorOf(type));
    if (provider instanceof AnnotationConsumer<?> consumer) {
      accept(consumer, annotationFor(consumer, path, context));
    }
    return provider;
  }

  @SuppressWarnings("deprecation") // The only way before JUnit 5.13.
  static Stream<? extends Arguments> arguments(
      ArgumentsProvider provider, ExtensionContext context) {
    try {
      return Presence.PARAMETER_DECLARATIONS.isGiven()
          ? DeclaredParameters.arguments(provider, context)
          : provider.provideArguments(context);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ExtensionConfigurationException(
          "%s cannot provide arguments: %s".formatted(provider.getClass().getTypeName(), e), e);
    }
  }

  /** The only constructor, or among several the one without parameters. */
  @SuppressWarnings("unchecked") // A class's constructors make instances of that class.
  private static <T> Constructor<T> constructorOf(Class<T> type) {
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    if (constructors.length == 1) {
      return (Constructor<T>) constructors[0];
    }
    try {
      return type.getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw new ExtensionConfigurationException(
          "%s needs a constructor without parameters".formatted(type.getTypeName()), e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The annotation is of the consumed type.
  private static void accept(AnnotationConsumer consumer, Annotation annotation) {
    consumer.accept(annotation);
  }

  /** The nearest annotation that the provider consumes; it may also stand beside the source. */
  private static Annotation annotationFor(
      AnnotationConsumer<?> consumer, List<Annotation> path, ExtensionContext context) {
    Class<? extends Annotation> consumed = consumedBy(consumer.getClass());
    for (int i = path.size() - 1; i >= 0; i--) {
      if (consumed.isInstance(path.get(i))) {
        return path.get(i);
      }
    }
    return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), consumed)
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "%s needs an annotation of type %s on %s"
                        .formatted(
                            consumer.getClass().getTypeName(),
                            consumed.getTypeName(),
                            context.getRequiredTestMethod().toGenericString())));
  }

  /** The type argument of {@link AnnotationConsumer}, wherever a class above or it itself says. */
  private static Class<? extends Annotation> consumedBy(Class<?> provider) {
    Map<TypeVariable<?>, Type> bindings = new HashMap<>();
    Type consumed =
        find(provider, bindings)
            ? bindings.get(AnnotationConsumer.class.getTypeParameters()[0])
            : null;
    while (consumed instanceof TypeVariable<?> variable) {
      consumed = bindings.get(variable);
    }
    return consumed instanceof Class<?> type ? type.asSubclass(Annotation.class) : Annotation.class;
  }

  /** Looks for {@link AnnotationConsumer} above a type; records what type variables stand for. */
  private static boolean find(@Nullable Type type, Map<TypeVariable<?>, Type> bindings) {
    if (type == null) {
      return false;
    }
    Class<?> raw =
        (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    if (type instanceof ParameterizedType generic) {
      for (int i = 0; i < raw.getTypeParameters().length; i++) {
        bindings.put(raw.getTypeParameters()[i], generic.getActualTypeArguments()[i]);
      }
    }
    return raw == AnnotationConsumer.class
        || find(raw.getGenericSuperclass(), bindings)
        || Stream.of(raw.getGenericInterfaces())
            .filter(Objects::nonNull)
            .anyMatch(above -> find(above, bindings));
  }
}
