// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.TargetDescription;
import io.github.mavenfuzz.coordinator.TargetInspector;
import io.github.mavenfuzz.targets.FoundTarget;
import io.github.mavenfuzz.targets.TargetId;
import io.github.mavenfuzz.targets.TargetPattern;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Lists the module's targets, one per line, with their parameter types, how many seeds their
 * argument sources give, how many corpus files there are, and how many inputs are in the cache.
 *
 * @since 0.1.0
 */
@Mojo(name = "list", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class ListMojo extends AbstractFuzzMojo {

  @Override
  void execute(TargetPattern pattern) throws MojoExecutionException {
    List<FoundTarget> targets = find(pattern).matching();
    if (targets.isEmpty()) {
      getLog().info("fuzz: no targets in " + module());
      return;
    }
    int width = targets.stream().mapToInt(target -> target.declaration().length()).max().orElse(0);
    Map<TargetId, TargetDescription> descriptions = describe(targets);
    for (FoundTarget target : targets) {
      TargetDescription description = descriptions.get(target.id());
      String problem = problem(target, description);
      String line = "%-" + width + "s  %s";
      if (problem != null) {
        progressLog().warn(line.formatted(target.declaration(), problem));
      } else {
        getLog().info(line.formatted(target.declaration(), counts(target.id(), description)));
      }
      if (description != null) {
        description.notices().forEach(progressLog()::warn);
        if (description.error() != null) {
          progressLog().debug(description.error());
        }
      }
    }
  }

  /** Why the target cannot be fuzzed, in one line; null if it can. */
  private static @Nullable String problem(
      FoundTarget target, @Nullable TargetDescription description) {
    if (description == null) {
      return target.problem() == null ? null : "cannot be fuzzed: " + target.problem();
    }
    String error = description.error();
    return error == null
        ? null
        : "cannot be set up: " + error.lines().findFirst().orElse("no reason given");
  }

  private Map<TargetId, TargetDescription> describe(List<FoundTarget> targets)
      throws MojoExecutionException {
    List<TargetId> fuzzable =
        targets.stream().filter(target -> target.problem() == null).map(FoundTarget::id).toList();
    Map<TargetId, TargetDescription> descriptions = new HashMap<>();
    if (fuzzable.isEmpty()) {
      return descriptions;
    }
    try {
      for (TargetDescription description :
          TargetInspector.describe(workerJvm(fuzzable), fuzzable, progressLog())) {
        descriptions.put(description.target(), description);
      }
    } catch (CoordinatorException e) {
      throw new MojoExecutionException("Cannot list the targets: " + e.getMessage(), e);
    }
    return descriptions;
  }

  private String counts(TargetId target, @Nullable TargetDescription description)
      throws MojoExecutionException {
    try {
      return "%s, %s, %s cached"
          .formatted(
              counted(description == null ? 0 : description.seeds(), "seed"),
              counted(TargetDirectories.count(directories().seeds(target)), "file"),
              TargetDirectories.count(directories().cache(target)));
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot count the inputs of " + target + ": " + e, e);
    }
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
