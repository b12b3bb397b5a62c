// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.ProgressLog;
import io.github.mavenfuzz.coordinator.WorkerJvm;
import io.github.mavenfuzz.targets.TargetId;
import io.github.mavenfuzz.targets.TargetPattern;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What every goal on a module's targets is told: which targets, and how to start workers. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
abstract class AbstractFuzzMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Inject private RepositorySystem repositorySystem;

  @Inject private ToolchainManager toolchainManager;

  /**
   * The targets, written as Surefire's {@code test} is: {@code ReverseTest}, {@code
   * ReverseTest#reverses}, {@code com.acme.ReverseTest}, with the wildcards {@code *} and {@code
   * ?}, several separated by commas, those to leave out with a {@code !} in front. A class whose
   * name is given in full may be anywhere on the test class path if it has a {@code public static
   * void fuzzerTestOneInput(byte[])}. Default: all targets of the module.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.target")
  private @Nullable String target;

  /**
   * The java executable or the JDK's directory that workers run on: Java 17 or newer. Default:
   * Surefire's {@code jvm} in the POM, else the JDK of the toolchain, else that of Maven.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.jvm")
  private @Nullable String jvm;

  /**
   * The JVM arguments of workers, separated by spaces, quoted where they contain spaces. Default:
   * Surefire's {@code argLine}. A JaCoCo agent is left out. If nothing is said about the heap, all
   * workers of a run share a quarter of the memory.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.argLine")
  private @Nullable String argLine;

  /**
   * System properties of workers, on top of those that the POM gives to Surefire.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable Map<String, @Nullable String> systemPropertyVariables;

  /**
   * Environment variables of workers, on top of those that the POM gives to Surefire.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable Map<String, @Nullable String> environmentVariables;

  /**
   * Where seeds and findings are kept, to be committed. A target's are in the sub-directory {@code
   * <class>/<method>/}. {@code mvn test} does not see this plugin's configuration: where the POM
   * names another directory than the default, it has to do so among Surefire's {@code
   * systemPropertyVariables} as well.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "fuzz.corpusdir",
      defaultValue = "${project.basedir}/src/test/resources/fuzz")
  private File corpusdir;

  /**
   * Where generated corpora are kept, not to be committed. A target's is in the sub-directory
   * {@code <groupId>/<artifactId>/<class>/<method>/}. Default: {@code maven-fuzz} in the user's
   * cache directory, which is {@code ~/.cache} or {@code XDG_CACHE_HOME}, on macOS {@code
   * ~/Library/Caches}, on Windows {@code %LOCALAPPDATA%}; {@code target/fuzz-cache} if that cannot
   * be written to.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.cachedir")
  private @Nullable File cachedir;

  /**
   * Skips the goal.
   *
   * @since 0.1.0
   */
  @Parameter(property = "fuzz.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Skips the goal, as running tests is skipped.
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /**
   * Skips the goal, as compiling and running tests is skipped.
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skipCompilingTests;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    String pattern = target;
    TargetPattern targets =
        ParameterValues.read(
            () -> pattern == null ? TargetPattern.all() : TargetPattern.parse(pattern));
    if (skip || skipTests || skipCompilingTests) {
      getLog().info("fuzz: skipped");
      reactor().finish(module(), true, List.of());
      return;
    }
    execute(targets);
  }

  /** Does what the goal is for. */
  abstract void execute(TargetPattern targets) throws MojoExecutionException, MojoFailureException;

  /**
   * The matching targets of this module, all of which can be fuzzed; none if another module may
   * have some.
   *
   * @param noneIsError whether it is an error if no module of the build has any
   */
  final List<TargetId> select(TargetPattern pattern, boolean noneIsError)
      throws MojoExecutionException {
    ModuleTargets targets = find(pattern);
    Reactor reactor = reactor();
    List<String> declared =
        reactor.finish(module(), !targets.matching().isEmpty(), targets.declarations());
    if (declared != null && noneIsError) {
      throw new MojoExecutionException(NoMatch.message(target, declared));
    }
    if (targets.matching().isEmpty()) {
      getLog()
          .info(
              "fuzz: %s has no target%s: passed over"
                  .formatted(project.getArtifactId(), target == null ? "" : " " + target));
    }
    return targets.fuzzable();
  }

  /** The only target that matches; null if another module may have it. */
  final @Nullable TargetId selectOne(TargetPattern pattern) throws MojoExecutionException {
    List<TargetId> targets = select(pattern, true);
    if (targets.size() > 1) {
      throw new MojoExecutionException(
          "fuzz.target must match one target, not %s:%s"
              .formatted(
                  targets.size(),
                  targets.stream().map(one -> "\n  " + one).collect(Collectors.joining())));
    }
    return targets.isEmpty() ? null : targets.get(0);
  }

  /** The targets of this module: none in one without code. */
  final ModuleTargets find(TargetPattern pattern) throws MojoExecutionException {
    if (project.getPackaging().equals("pom")) {
      return new ModuleTargets(List.of(), List.of());
    }
    Path testClasses = Path.of(project.getBuild().getTestOutputDirectory());
    return ModuleTargets.find(pattern, testClasses, testClassPath());
  }

  /** How to start workers for some targets. */
  final WorkerJvm workerJvm(List<TargetId> targets) throws MojoExecutionException {
    List<Path> classPath = testClassPath();
    if (targets.stream().anyMatch(one -> one.kind() == TargetId.Kind.FUZZ_TEST)) {
      classPath.addAll(
          new JUnitLibraries(repositorySystem, session.getRepositorySession()).missing(project));
    }
    Placeholders placeholders = Placeholders.of(session, project, execution);
    return new ModuleJvm(
            project,
            SurefireSettings.of(project, placeholders),
            placeholders,
            session.getUserProperties(),
            toolchainManager.getToolchainFromBuildContext("jdk", session))
        .assemble(
            new JvmSettings(
                jvm, argLine, values(systemPropertyVariables), values(environmentVariables)),
            classPath);
  }

  /** What {@code -D} gave on Maven's command line; null if nothing. */
  final @Nullable String userProperty(String name) {
    return session.getUserProperties().getProperty(name);
  }

  /** An empty element of the POM comes as null. */
  private static Map<String, String> values(@Nullable Map<String, @Nullable String> configured) {
    Map<String, String> values = new LinkedHashMap<>();
    if (configured != null) {
      configured.forEach((name, value) -> values.put(name, value == null ? "" : value));
    }
    return values;
  }

  private List<Path> testClassPath() throws MojoExecutionException {
    try {
      List<Path> classPath = new ArrayList<>();
      for (String element : project.getTestClasspathElements()) {
        classPath.add(Path.of(element));
      }
      return classPath;
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The test class path is not resolved", e);
    }
  }

  /** Where the targets of this module have their corpus files. */
  final TargetDirectories directories() {
    return new TargetDirectories(
        corpusdir.toPath().toAbsolutePath(),
        cacheDirectory().resolve(project.getGroupId()).resolve(project.getArtifactId()),
        buildDirectory().resolve("fuzz-reports"));
  }

  private Path cacheDirectory() {
    if (cachedir != null) {
      return cachedir.toPath().toAbsolutePath();
    }
    return hasUserCache() ? UserCache.directory() : buildDirectory().resolve("fuzz-cache");
  }

  private static boolean hasUserCache() {
    return UserCache.isUsable(UserCache.directory());
  }

  private Path buildDirectory() {
    return Path.of(project.getBuild().getDirectory()).toAbsolutePath();
  }

  /** Says so if what is generated does not last. */
  final void warnOfTheCache() {
    if (cachedir == null && !hasUserCache()) {
      getLog()
          .warn(
              "fuzz: cannot write to %s: generated inputs are in %s until mvn clean; fuzz.cachedir"
                      .formatted(UserCache.directory(), cacheDirectory())
                  + " names another directory");
    }
  }

  /** Where the user ran Maven. */
  final Path baseDirectory() {
    return Path.of(session.getExecutionRootDirectory()).toAbsolutePath();
  }

  /** What {@code mvn} needs to run in this module again; see {@link RerunArguments}. */
  final String rerunArguments() {
    SurefireSettings surefire =
        SurefireSettings.of(project, Placeholders.of(session, project, execution));
    return RerunArguments.of(session, project, surefire, directories().corpus());
  }

  final Reactor reactor() {
    return Reactor.of(session, execution);
  }

  final Interrupts interrupts() {
    return new Interrupts(SessionState.of(session));
  }

  /** Whether the goal was called from the command line, not by a POM. */
  final boolean isFromCommandLine() {
    return execution.getSource() == MojoExecution.Source.CLI;
  }

  final ProgressLog progressLog() {
    return new MavenProgressLog(getLog());
  }

  /** Names the module. */
  final String module() {
    return project.getGroupId() + ":" + project.getArtifactId();
  }

  /** The module's directory. */
  final Path moduleDirectory() {
    return project.getBasedir().toPath().toAbsolutePath();
  }
}
