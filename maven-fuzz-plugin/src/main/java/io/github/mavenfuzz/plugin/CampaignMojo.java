// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.Budget;
import io.github.mavenfuzz.coordinator.WorkerJvm;
import io.github.mavenfuzz.targets.TargetId;
import io.github.mavenfuzz.targets.TargetPattern;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Fuzzes a module's targets, one after the other. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
abstract class CampaignMojo extends AbstractFuzzMojo {

  /**
   * How long each target is fuzzed: a duration such as {@code 10s}, {@code 1m30s}, {@code 500ms} or
   * {@code 1h}, or a number of executions such as {@code 1000x}. Zero is an error. Default: until
   * something fails or Ctrl-C is pressed, which takes one target and the command line; otherwise
   * this or {@code fuzz.count} is required.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.time")
  private @Nullable String time;

  /**
   * How often each target is run in total, by all workers, exactly; the first look at the corpus
   * and minimization count. With a duration as {@code fuzz.time}, whichever comes first; with
   * {@code 1000x} there, an error. Zero is an error. Default: no limit.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.count")
  private @Nullable String count;

  /**
   * The longest that one minimization may take, of a failing or of an interesting input: a
   * duration, or executions such as {@code 1000x}. {@code 0s} or {@code 0x} turns minimization off.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.minimizetime", defaultValue = "60s")
  private String minimizetime;

  /**
   * How often one minimization may run the target. Zero means as often as {@code fuzz.minimizetime}
   * allows.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.minimizelimit", defaultValue = "0")
  private String minimizelimit;

  /**
   * The number of worker JVMs, at least 1. Lowered to the number of executions when that is less.
   * Default: the number of processors.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.parallel")
  private @Nullable String parallel;

  /**
   * The longest that one execution may take, a duration; longer is a finding. Zero is an error.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.timeout", defaultValue = "10s")
  private String timeout;

  /**
   * The longest that setting a target up may take, with its {@code @BeforeAll} methods and static
   * initialisers, a duration; longer is an error. Zero is an error.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.setuptimeout", defaultValue = "5m")
  private String setuptimeout;

  /**
   * How many distinct findings end the campaign, at least 1, or {@code all} to go on until its time
   * is over. Failures of the same stack identity are one finding.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.keepgoing", defaultValue = "1")
  private String keepgoing;

  /**
   * Failures that are counted, but are no findings: identities such as {@code 3f2a9c0d11e48b57}, as
   * the table of {@code fuzz.keepgoing} shows them, and class names of exceptions, simple or
   * qualified. Default: none.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.ignore")
  private @Nullable List<String> ignore;

  /**
   * Dictionary files as AFL and libFuzzer read them, separated by commas: tokens that mean
   * something to the targets, such as {@code "GET "} or {@code magic="\xFF\xD8"}, a line each. They
   * are put into {@code String} and {@code byte[]} parameters. What the code compares its input
   * with is found without. Default: none; {@code @Dictionary} on a method adds to it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.dict")
  private @Nullable List<File> dict;

  /**
   * The largest input in bytes, {@code k} and {@code m} stand for 1024 and 1024 * 1024; at most
   * {@code 8m}, so that every input fits into a corpus file. Inputs start small and grow as the
   * corpus does. Zero is an error.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.maxlen", defaultValue = "1m")
  private String maxlen;

  /**
   * The seed of all randomness, a whole number. With {@code fuzz.parallel=1} and {@code fuzz.count}
   * two runs with the same seed do the same. Default: another one in every run.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.seed")
  private @Nullable String seed;

  /**
   * The classes whose coverage guides the search, as patterns such as {@code com.acme.**}. Default:
   * all of the class path but the JDK, JUnit and this plugin's own.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.includes")
  private @Nullable List<String> includes;

  /**
   * Classes whose coverage is of no interest, as patterns such as {@code com.acme.gen.**}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.excludes")
  private @Nullable List<String> excludes;

  /**
   * Reports findings, but lets the build go on.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.failureIgnore", defaultValue = "false")
  private boolean failureIgnore;

  /**
   * Whether it is an error if no module of the build has a target that matches.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.failIfNoTargets", defaultValue = "true")
  private boolean failIfNoTargets;

  /** Whether a user watches and may end the run: then an interrupt is the run's regular end. */
  abstract boolean isInteractive();

  @Override
  final void execute(TargetPattern pattern) throws MojoExecutionException, MojoFailureException {
    CampaignSettings settings = ParameterValues.read(this::settings);
    if (!isInteractive() && settings.budget().equals(Budget.UNLIMITED)) {
      throw new MojoExecutionException(
          "fuzz.time or fuzz.count is required here, such as <time>30s</time> in the plugin's"
              + " configuration: without, the build would never end");
    }
    Interrupts interrupts = interrupts();
    if (interrupts.seen()) {
      getLog().info("fuzz: interrupted: %s is not fuzzed".formatted(module()));
      failIfInterrupted(interrupts);
      return;
    }
    List<TargetId> targets = select(pattern, failIfNoTargets);
    if (targets.isEmpty()) {
      return;
    }
    if (settings.budget().equals(Budget.UNLIMITED)) {
      checkUnlimited(targets);
    }
    warnOfTheCache();
    WorkerJvm jvm = workerJvm(targets);
    List<Outcome> outcomes =
        new Campaigns(interrupts, progressLog())
            .run(
                targets.stream()
                    .map(target -> settings.options(target, jvm, directories()))
                    .toList());
    new Verdict(outcomes, baseDirectory()).pronounce(failureIgnore, getLog());
    failIfInterrupted(interrupts);
  }

  private CampaignSettings settings() {
    return new CampaignSettings(
        Budget.ofCampaign(time, count),
        Budget.ofMinimization(minimizetime, minimizelimit),
        ParameterValues.parallel(parallel),
        ParameterValues.timeout("fuzz.setuptimeout", setuptimeout),
        ParameterValues.timeout("fuzz.timeout", timeout),
        ParameterValues.maxLength(maxlen),
        ParameterValues.seed(seed),
        ParameterValues.classPatterns("fuzz.includes", includes),
        ParameterValues.classPatterns("fuzz.excludes", excludes),
        ParameterValues.keepGoing(keepgoing),
        ParameterValues.ignored(ignore),
        ParameterValues.dictionary(dict),
        baseDirectory(),
        rerunArguments(),
        ParameterValues.techniques(userProperty("fuzz.without")));
  }

  /** Fuzzing without a limit never comes to a second target. */
  private void checkUnlimited(List<TargetId> targets) throws MojoExecutionException {
    Object before = targets.size() > 1 ? null : reactor().claimUnlimited(module() + " " + targets);
    if (targets.size() > 1 || before != null) {
      String names = targets.stream().map(target -> "\n  " + target).collect(Collectors.joining());
      throw new MojoExecutionException(
          "Several targets match: give each its time, such as -Dfuzz.time=30s, or name one of them"
              + " as fuzz.target:%s%s"
                  .formatted(names, before == null ? "" : "\n  (and, in " + before + ")"));
    }
  }

  /** Whoever interrupts a build that is bound to go on, to install and deploy, means all of it. */
  private void failIfInterrupted(Interrupts interrupts) throws MojoExecutionException {
    if (interrupts.seen() && !isInteractive()) {
      throw new MojoExecutionException(
          "Interrupted: fuzzing ended early, and the build ends here. All that was found is"
              + " saved.");
    }
  }
}
