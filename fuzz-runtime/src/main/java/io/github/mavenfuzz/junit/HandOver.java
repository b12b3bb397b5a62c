// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.corpus.ParameterType;
import io.github.mavenfuzz.worker.FuzzTarget;
import io.github.mavenfuzz.worker.FuzzThread;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * The one invocation of a fuzz test in a worker: once everything is set up it serves the worker's
 * session instead of running the test. Lives in the worker JVM.
 *
 * @param seeds the rows that can be inputs
 * @param dictionary tokens, a char per byte
 * @param notices what became of the others
 */
record HandOver(
    FuzzMethod method, List<List<Object>> seeds, List<String> dictionary, List<String> notices)
    implements TestTemplateInvocationContext, InvocationInterceptor {

  /** The configuration parameter by which {@link JUnitRun} asks for it. */
  static final String WANTED = "io.github.mavenfuzz.handover";

  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(HandOver.class);

  static boolean isWanted(ExtensionContext context) {
    return context.getConfigurationParameter(WANTED).map(Boolean::parseBoolean).orElse(false);
  }

  /** Where the class itself is run several times, only the first one hands over. */
  static TestTemplateInvocationContext of(
      FuzzMethod method, List<SeedRow> rows, ExtensionContext context) {
    ExtensionContext.Store store = context.getRoot().getStore(STORE);
    if (store.get(method) != null) {
      ExecutionCondition skip =
          ignored -> ConditionEvaluationResult.disabled("fuzzed in the first run of its class");
      return new FuzzCase("fuzzed before", List.of(skip));
    }
    store.put(method, true);
    List<List<Object>> seeds = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (SeedRow row : rows) {
      try {
        seeds.add(withoutNulls(row, method));
      } catch (UnusableSeedException e) {
        notices.add(e.getMessage() + "; left out");
      }
    }
    return new HandOver(
        method, List.copyOf(seeds), DictionaryWords.of(method), List.copyOf(notices));
  }

  private static List<Object> withoutNulls(SeedRow row, FuzzMethod method)
      throws UnusableSeedException {
    List<@Nullable Object> values = row.values(method);
    List<Object> seed = new ArrayList<>();
    for (Object value : values) {
      if (value == null) {
        throw new UnusableSeedException(
            "%s: parameter %s of %s is null, which fuzzing never passes"
                .formatted(row.name(), seed.size() + 1, method.name()));
      }
      seed.add(value);
    }
    return seed;
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return "fuzz";
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    // The values are never seen: the method is not invoked by JUnit.
    return List.of(this, new ArgumentResolver(method.method(), method.signature().zeroValues()));
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    if (!(Thread.currentThread() instanceof FuzzThread thread)) {
      throw new ExtensionConfigurationException(
          ("%s is not run by the worker's own thread, but by %s:"
                  + " an extension of the class moves it there")
              .formatted(method.name(), Thread.currentThread()));
    }
    Object instance = Objects.requireNonNull(invoked.getTarget().orElse(null));
    thread
        .session()
        .serve(
            new FuzzTarget(
                method.signature(),
                handle(invoked.getExecutable(), instance),
                seeds,
                dictionary,
                notices));
    invocation.skip();
  }

  /** The method on that instance, its parameters of exactly the signature's types. */
  private MethodHandle handle(Method executable, Object instance) throws IllegalAccessException {
    executable.setAccessible(true);
    List<Class<?>> types = new ArrayList<>();
    for (ParameterType type : method.signature().types()) {
      types.add(type.primitiveOrClass());
    }
    return MethodHandles.lookup()
        .unreflect(executable)
        .asFixedArity()
        .bindTo(instance)
        .asType(MethodType.methodType(void.class, types));
  }
}
