// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Attaches to a test's own failure which seed it was and how to run that one again: Surefire prints
 * the stack, but not the name of the case. The failure itself stays what it is.
 *
 * @param module where to run it, if that is one of several modules; else empty
 * @param corpusDirectory where the seed's file is, if it is not where tests look by themselves;
 *     else empty
 */
record ReplayNote(String test, String seed, String module, String corpusDirectory)
    implements TestExecutionExceptionHandler {

  /** Only ever a suppressed exception, so that it is printed with the failure. */
  private static final class FailingSeed extends Exception {
    private static final long serialVersionUID = 1;

    FailingSeed(String message) {
      super(message, null, false, false);
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    if (!(failure instanceof TestAbortedException)) {
      String where = module.isEmpty() ? "" : " in " + module;
      failure.addSuppressed(
          new FailingSeed("%s; to re-run%s: %s".formatted(seed, where, commandLine())));
    }
    throw failure;
  }

  private String commandLine() {
    String command = "mvn test " + quoted("-Dtest=" + test);
    if (seed.equals(CaseFactory.ZERO_VALUES)) {
      return command;
    }
    String directory =
        corpusDirectory.isEmpty() ? "" : quoted("-Dfuzz.corpusdir=" + corpusDirectory) + " ";
    return command + " " + directory + quoted("-Dfuzz.input=" + seed);
  }

  /** Nested classes have a dollar in their name, and files may be called anything. */
  private static String quoted(String argument) {
    return argument.matches("[\\w.#=/-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }
}
