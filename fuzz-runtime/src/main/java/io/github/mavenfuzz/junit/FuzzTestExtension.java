// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.corpus.CorpusDirectory.StoredFile;
import io.github.mavenfuzz.time.GoDuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What {@code @FuzzTest} extends a method with. In an ordinary run it yields one invocation per
 * seed; in a worker, a single one that lasts for the whole campaign.
 */
public final class FuzzTestExtension implements TestTemplateInvocationContextProvider {

  /** Runs a single case; {@code mvn test -Dfuzz.input=af69258a12129d6c}. */
  private static final String INPUT = "fuzz.input";

  /** How long the case of a file may take. */
  private static final String TIMEOUT = "fuzz.timeout";

  /** For JUnit. */
  public FuzzTestExtension() {}

  /** Other templates of a class are none of ours, even if the class registers this extension. */
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getTestMethod().filter(FuzzTestExtension::isFuzzTest).isPresent();
  }

  /** Whether the method is annotated with {@code @FuzzTest}, be it by way of another annotation. */
  static boolean isFuzzTest(Method method) {
    return AnnotationSupport.findRepeatableAnnotations(method, ExtendWith.class).stream()
        .anyMatch(extendWith -> List.of(extendWith.value()).contains(FuzzTestExtension.class));
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    FuzzMethod method = FuzzMethod.of(context);
    List<SeedRow> rows = SeedRow.ofSources(method, context);
    if (HandOver.isWanted(context)) {
      return Stream.of(HandOver.of(method, rows, context));
    }
    try {
      return onSeeds(method, rows, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<TestTemplateInvocationContext> onSeeds(
      FuzzMethod method, List<SeedRow> rows, ExtensionContext context) throws IOException {
    SeedFiles files = SeedFiles.of(method, context);
    try {
      List<StoredFile> stored = files.list();
      CaseFactory cases = new CaseFactory(method, files, timeLimit(context));
      Stream<TestTemplateInvocationContext> all =
          context
              .getConfigurationParameter(INPUT)
              .map(String::strip)
              .filter(input -> !input.isEmpty())
              .map(input -> Stream.of(new InputSelection(cases, rows, stored).select(input)))
              .orElseGet(() -> cases.all(rows, stored));
      return all.onClose(files::close);
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  private static @Nullable Duration timeLimit(ExtensionContext context) {
    if (!TimeLimit.isWanted()) {
      return null;
    }
    String given = context.getConfigurationParameter(TIMEOUT).orElse("").strip();
    try {
      return given.isEmpty() ? TimeLimit.DEFAULT : GoDuration.parse(given);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(
          "%s (%s) must be a duration such as 10s or 2m".formatted(TIMEOUT, given), e);
    }
  }
}
