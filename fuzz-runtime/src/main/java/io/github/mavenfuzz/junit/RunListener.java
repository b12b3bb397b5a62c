// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Learns whether a target ran, and what else happened. Lives in the worker JVM. */
final class RunListener implements TestExecutionListener {
  private boolean ran;
  private @Nullable Throwable failure;
  private @Nullable String obstacle;

  @Override
  public void executionSkipped(TestIdentifier skipped, String reason) {
    if (obstacle == null) {
      obstacle = "JUnit skips %s: %s".formatted(described(skipped), reason);
    }
  }

  @Override
  public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
    Throwable cause = result.getThrowable().orElse(null);
    switch (result.getStatus()) {
      case SUCCESSFUL -> ran |= finished.isTest();
      case ABORTED ->
          obstacle = "JUnit aborts %s: %s".formatted(described(finished), messageOf(cause));
      case FAILED -> addFailure(cause == null ? failureOf(finished) : cause);
    }
  }

  /** Throws the first failure as it is, else says why the target was not run. */
  void throwUnlessRun() throws Throwable {
    if (failure != null) {
      throw failure;
    }
    if (!ran) {
      throw new TargetNotRunException(obstacle == null ? "JUnit did not run it" : obstacle);
    }
  }

  private void addFailure(Throwable next) {
    if (failure == null) {
      failure = next;
    } else if (failure != next) {
      failure.addSuppressed(next);
    }
  }

  private static TargetNotRunException failureOf(TestIdentifier failed) {
    return new TargetNotRunException(described(failed) + " failed");
  }

  private static String described(TestIdentifier identifier) {
    return identifier.getLegacyReportingName();
  }

  private static String messageOf(@Nullable Throwable cause) {
    return cause == null ? "no reason given" : String.valueOf(cause.getMessage());
  }
}
