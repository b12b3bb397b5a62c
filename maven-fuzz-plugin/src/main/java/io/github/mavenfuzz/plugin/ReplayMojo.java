// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.Budget;
import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.CoordinatorOptions;
import io.github.mavenfuzz.coordinator.Finding;
import io.github.mavenfuzz.coordinator.ProgressLog;
import io.github.mavenfuzz.coordinator.Replay;
import io.github.mavenfuzz.coordinator.ReplayResult;
import io.github.mavenfuzz.targets.TargetId;
import io.github.mavenfuzz.targets.TargetPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs one target once, on the input of one corpus file, and prints the arguments and the outcome.
 * The build fails if the target does.
 *
 * @since 0.1.0
 */
@Mojo(name = "replay", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class ReplayMojo extends AbstractFuzzMojo {
  private static final int MOST_LISTED = 20;
  private static final Duration SET_UP = Duration.ofMinutes(5);

  /**
   * The input: the name of a file among the target's seeds and findings or in its cache, such as
   * {@code af69258a12129d6c}, or the path of any file. Required.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.input")
  private @Nullable String input;

  /**
   * The longest that the execution may take, a duration. Zero is an error.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.timeout", defaultValue = "10s")
  private String timeout;

  @Override
  void execute(TargetPattern pattern) throws MojoExecutionException, MojoFailureException {
    Duration limit = ParameterValues.read(() -> ParameterValues.timeout("fuzz.timeout", timeout));
    if (input == null) {
      throw new MojoExecutionException(
          "fuzz.input is required: the name of a corpus file or a path, such as"
              + " -Dfuzz.input=af69258a12129d6c");
    }
    TargetId target = selectOne(pattern);
    if (target != null) {
      replay(target, limit, input);
    }
  }

  private void replay(TargetId target, Duration limit, String wanted)
      throws MojoExecutionException, MojoFailureException {
    Path file = locate(target, wanted);
    try {
      byte[] content = Files.readAllBytes(file);
      Replay replay = new Replay(options(target, limit, content.length), progressLog());
      Runnable over = interrupts().stopping(replay::stop);
      try {
        report(target, file, replay.run(String.valueOf(file.getFileName()), content));
      } finally {
        over.run();
      }
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot read fuzz.input (" + file + "): " + e, e);
    } catch (CoordinatorException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private void report(TargetId target, Path file, ReplayResult result) throws MojoFailureException {
    ProgressLog log = progressLog();
    log.info("fuzz: %s runs on %s, with the arguments".formatted(target, result.name()));
    result.arguments().lines().forEach(line -> log.info("    " + line));
    Finding finding = result.finding();
    if (finding == null) {
      log.info("fuzz: passed");
      return;
    }
    log.error("--- FAIL: " + target);
    finding.trace().lines().forEach(line -> log.error("    " + line));
    throw new MojoFailureException("%s fails on %s: %s".formatted(target, file, finding.summary()));
  }

  private CoordinatorOptions options(TargetId target, Duration limit, int length)
      throws MojoExecutionException {
    CampaignSettings settings =
        new CampaignSettings(
            new Budget(null, 1),
            Budget.NONE,
            // One worker, but with the heap of those of a campaign: what fails there fails here.
            ParameterValues.parallel(null),
            SET_UP,
            limit,
            Math.max(ParameterValues.maxLength("1m"), length),
            null,
            List.of(),
            List.of(),
            1,
            Set.of(),
            List.of(),
            baseDirectory(),
            rerunArguments(),
            Set.of());
    return settings.options(target, workerJvm(List.of(target)), directories());
  }

  private Path locate(TargetId target, String wanted) throws MojoExecutionException {
    Path seeds = directories().seeds(target);
    Path cache = directories().cache(target);
    if (wanted.startsWith("seed#")) {
      throw new MojoExecutionException(
          "fuzz.input (%s) is a row of an argument source, not a file: replay it with"
                  .formatted(wanted)
              + " mvn test -Dtest=%s -Dfuzz.input=%s".formatted(target, wanted));
    }
    return Stream.of(seeds, cache, moduleDirectory(), baseDirectory(), Path.of("").toAbsolutePath())
        .map(directory -> directory.resolve(wanted))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> noInput(wanted, seeds, cache));
  }

  private static MojoExecutionException noInput(String wanted, Path seeds, Path cache) {
    try {
      List<String> names = TargetDirectories.names(seeds);
      StringBuilder message =
          new StringBuilder(
              "There is no fuzz.input (%s), neither in the corpus nor as the path of a file. There is:"
                  .formatted(wanted));
      names.stream().limit(MOST_LISTED).forEach(name -> message.append("\n  ").append(name));
      if (names.size() > MOST_LISTED) {
        message.append("\n  %s more in %s".formatted(names.size() - MOST_LISTED, seeds));
      }
      message.append("\n  %s in the cache, %s".formatted(TargetDirectories.count(cache), cache));
      return new MojoExecutionException(message.toString());
    } catch (IOException e) {
      return new MojoExecutionException("There is no fuzz.input (" + wanted + "): " + e, e);
    }
  }
}
