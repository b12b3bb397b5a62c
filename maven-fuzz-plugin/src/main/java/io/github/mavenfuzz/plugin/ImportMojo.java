// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.RawCorpus;
import io.github.mavenfuzz.targets.TargetId;
import io.github.mavenfuzz.targets.TargetPattern;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Takes files that other fuzzers have made into the cache of one target, whose parameter is one
 * {@code byte[]}: each file is an input. The next campaign runs them all before anything else.
 *
 * @since 0.1.0
 */
@Mojo(name = "import", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class ImportMojo extends AbstractFuzzMojo {

  /**
   * The directory to read; with all its sub-directories, so that what {@code fuzz:export} wrote can
   * be read as it is. Required.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.input")
  private @Nullable File input;

  @Override
  void execute(TargetPattern pattern) throws MojoExecutionException {
    if (input == null || !input.isDirectory()) {
      throw new MojoExecutionException(
          "fuzz.input (%s) must be a directory of inputs, such as -Dfuzz.input=corpus"
              .formatted(input));
    }
    TargetId target = selectOne(pattern);
    if (target == null) {
      return;
    }
    Path directory = input.toPath().toAbsolutePath();
    try {
      int count =
          new RawCorpus(target, directories().seeds(target), directories().cache(target))
              .importFrom(directory);
      getLog()
          .info(
              "fuzz: imported %s inputs of %s into %s"
                  .formatted(count, target, directories().cache(target)));
    } catch (CoordinatorException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
