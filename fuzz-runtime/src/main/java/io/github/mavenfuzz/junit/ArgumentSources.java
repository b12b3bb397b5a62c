// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.platform.commons.support.AnnotationSupport;

/** The argument sources of a method, in the order of their declaration. */
final class ArgumentSources {
  private final Method method;
  private final ExtensionContext context;

  /**
   * An {@code @ArgumentsSource} with the annotations that lead to it, from the one on the method to
   * the one that bears it.
   */
  private record Source(ArgumentsSource annotation, List<Annotation> path) {}

  ArgumentSources(Method method, ExtensionContext context) {
    this.method = method;
    this.context = context;
  }

  /** The rows of all sources, evaluated anew. */
  List<List<@Nullable Object>> rows() {
    List<Source> sources = new ArrayList<>();
    collect(method.getAnnotations(), List.of(), sources);
    if (!sources.isEmpty()) {
      refuseConverters();
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Source source : sources) {
      ArgumentsProvider provider =
          SourceProviders.create(source.annotation().value(), source.path(), context);
      try (Stream<? extends Arguments> arguments = SourceProviders.arguments(provider, context)) {
        arguments.forEach(row -> rows.add(unwrapped(row.get())));
      }
    }
    return rows;
  }

  private static void collect(
      Annotation[] annotations, List<Annotation> path, List<Source> sources) {
    for (Annotation annotation : annotations) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (annotation instanceof ArgumentsSource source) {
        sources.add(new Source(source, path));
        continue;
      }
      Annotation[] repeated = repeatedIn(annotation);
      if (repeated != null) {
        collect(repeated, path, sources);
      } else if (!type.getName().startsWith("java.lang.annotation.")
          && path.stream().noneMatch(seen -> seen.annotationType() == type)) {
        List<Annotation> longer = new ArrayList<>(path);
        longer.add(annotation);
        collect(type.getAnnotations(), List.copyOf(longer), sources);
      }
    }
  }

  /** The content of a container of repeated annotations; null if this is none. */
  private static Annotation @Nullable [] repeatedIn(Annotation annotation) {
    Class<? extends Annotation> type = annotation.annotationType();
    try {
      Method value = type.getDeclaredMethod("value");
      Class<?> element = value.getReturnType().getComponentType();
      if (element == null) {
        return null;
      }
      Repeatable repeatable = element.getAnnotation(Repeatable.class);
      if (repeatable == null || repeatable.value() != type) {
        return null;
      }
      value.setAccessible(true);
      return (Annotation[]) value.invoke(annotation);
    } catch (NoSuchMethodException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new ExtensionConfigurationException("cannot read " + annotation, e);
    }
  }

  /** They would turn a seed into something else than what the test sees in a campaign. */
  private void refuseConverters() {
    for (var parameter : method.getParameters()) {
      if (AnnotationSupport.isAnnotated(parameter, ConvertWith.class)
          || AnnotationSupport.isAnnotated(parameter, AggregateWith.class)) {
        throw new ExtensionConfigurationException(
            ("@FuzzTest %s: %s has a converter or an aggregator, which fuzz tests do not have;"
                    + " convert in a @MethodSource instead")
                .formatted(method.toGenericString(), parameter));
      }
    }
  }

  private static List<@Nullable Object> unwrapped(@Nullable Object[] row) {
    return Arrays.asList(Arrays.stream(row).map(ArgumentSources::unwrapped).toArray());
  }

  /** No parameter of a fuzz test can take a resource: what a row brings along is closed here. */
  private static @Nullable Object unwrapped(@Nullable Object argument) {
    Object value = argument instanceof Named<?> named ? named.getPayload() : argument;
    if (value instanceof AutoCloseable resource) {
      try {
        resource.close();
      } catch (Exception e) {
        throw new ExtensionConfigurationException("cannot close the argument " + resource, e);
      }
    }
    return value;
  }
}
