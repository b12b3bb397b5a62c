// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One invocation of a fuzz test in an ordinary run, named as its seed. */
record FuzzCase(String name, List<Extension> extensions) implements TestTemplateInvocationContext {

  /** Fails without running the test. */
  static FuzzCase failing(String name, UnusableSeedException failure) {
    BeforeEachCallback fail =
        context -> {
          throw failure;
        };
    return new FuzzCase(name, List.of(fail));
  }

  /** Is there only because JUnit accepts no template without an invocation. */
  static FuzzCase skipped(String name, String reason) {
    ExecutionCondition skip = context -> ConditionEvaluationResult.disabled(reason);
    return new FuzzCase(name, List.of(skip));
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return extensions;
  }
}
