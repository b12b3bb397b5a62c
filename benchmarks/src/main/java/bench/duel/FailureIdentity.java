// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.util.List;
import java.util.stream.Stream;

/** By what failures are told apart, whoever found them. */
final class FailureIdentity {
  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  private FailureIdentity() {}

  /** The class of the root cause, and the method nearest to it that is not the JDK's. */
  static String of(Throwable failure, String target) {
    if (failure instanceof OutOfMemoryError) {
      // Whoever asked for memory last need not have taken it.
      return "OutOfMemoryError";
    }
    if (failure instanceof StackOverflowError) {
      // Any of the methods that call each other may be the last: one of them stands for all.
      return "StackOverflowError at " + methods(failure).sorted().findFirst().orElse(target);
    }
    Throwable root = failure;
    // Two that cause each other would never end.
    for (int i = 0; root.getCause() != null && i < 100; i++) {
      root = root.getCause();
    }
    String where = methods(root).findFirst().orElse(target + ".");
    return root.getClass().getName()
        + " at "
        + (where.startsWith(target + ".") ? "the target" : where);
  }

  private static Stream<String> methods(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .filter(frame -> JDK.stream().noneMatch(frame.getClassName()::startsWith))
        .map(frame -> frame.getClassName() + "." + frame.getMethodName());
  }
}
