// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.targets.FoundTarget;
import io.github.mavenfuzz.targets.TargetId;
import io.github.mavenfuzz.targets.TargetPattern;
import io.github.mavenfuzz.targets.TargetScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a module.
 *
 * @param declared all
 * @param matching those that are asked for
 */
record ModuleTargets(List<FoundTarget> declared, List<FoundTarget> matching) {

  /**
   * Looks for targets among the module's test classes and, for static targets of classes that the
   * pattern names, on all of its test class path.
   */
  static ModuleTargets find(TargetPattern pattern, Path testClasses, List<Path> testClassPath)
      throws MojoExecutionException {
    try {
      List<FoundTarget> declared = TargetScanner.scan(testClasses);
      List<FoundTarget> matching =
          new ArrayList<>(
              declared.stream().filter(target -> pattern.matches(target.id())).toList());
      if (matching.isEmpty()) {
        for (String className : pattern.exactClassNames()) {
          TargetScanner.findStatic(className, testClassPath)
              .filter(target -> pattern.matches(target.id()))
              .ifPresent(matching::add);
        }
      }
      return new ModuleTargets(declared, matching);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot look for targets: " + e.getMessage(), e);
    }
  }

  /** All, with their parameter types. */
  List<String> declarations() {
    return declared.stream().map(FoundTarget::declaration).toList();
  }

  /** The matching ones, all of which can be fuzzed. */
  List<TargetId> fuzzable() throws MojoExecutionException {
    List<String> problems =
        matching.stream().map(ModuleTargets::problem).filter(Objects::nonNull).toList();
    if (!problems.isEmpty()) {
      throw new MojoExecutionException(String.join("\n", problems));
    }
    return matching.stream().map(FoundTarget::id).toList();
  }

  private static @Nullable String problem(FoundTarget target) {
    return target.problem() == null
        ? null
        : target.declaration() + " cannot be fuzzed: " + target.problem();
  }
}
