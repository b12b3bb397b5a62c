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
 * Writes the inputs of one target, whose parameter is one {@code byte[]}, as other fuzzers keep
 * them: files that are nothing but the input, named by its SHA-1.
 *
 * @since 0.1.0
 */
@Mojo(name = "export", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class ExportMojo extends AbstractFuzzMojo {

  /**
   * Where to write: the cache and the seeds that are files into the sub-directory {@code corpus/},
   * findings into {@code findings/}. Made if it does not exist; what is in it stays. Required.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.output")
  private @Nullable File output;

  @Override
  void execute(TargetPattern pattern) throws MojoExecutionException {
    if (output == null) {
      throw new MojoExecutionException(
          "fuzz.output is required: the directory to write to, such as -Dfuzz.output=target/corpus");
    }
    TargetId target = selectOne(pattern);
    if (target == null) {
      return;
    }
    Path directory = output.toPath().toAbsolutePath();
    try {
      RawCorpus.Exported exported =
          new RawCorpus(target, directories().seeds(target), directories().cache(target))
              .exportTo(directory);
      getLog()
          .info(
              "fuzz: exported %s entries and %s findings of %s to %s"
                  .formatted(exported.entries(), exported.findings(), target, directory));
      for (Path skipped : exported.skipped()) {
        getLog().warn("fuzz: skipped " + skipped + ": malformed, or made for other parameters");
      }
    } catch (CoordinatorException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
