// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What the printed {@code mvn test} and {@code mvn fuzz:replay} need so that they run in a module
 * again, on the corpus that it has now.
 */
final class RerunArguments {
  private static final String CORPUS_DIRECTORY = "fuzz.corpusdir";

  /** What else of the command line at work a failure may depend on. */
  private static final List<String> CONDITIONS =
      List.of("fuzz.timeout", "fuzz.argLine", "fuzz.jvm", "argLine");

  private static final String DEFAULT_DIRECTORY = "src/test/resources/fuzz";

  private RerunArguments() {}

  /**
   * The arguments, for a shell; empty if nothing is needed.
   *
   * @param corpus where the goal at work has its corpus
   */
  static String of(
      MavenSession session, MavenProject project, SurefireSettings surefire, Path corpus) {
    Path directory = project.getBasedir().toPath().toAbsolutePath();
    boolean atRoot =
        directory.equals(Path.of(session.getExecutionRootDirectory()).toAbsolutePath());
    return Stream.of(
            atRoot ? "" : module(session, project),
            conditions(session.getUserProperties()),
            corpusDirectory(
                corpus,
                directory,
                session.getUserProperties().containsKey(CORPUS_DIRECTORY),
                surefire.map("systemPropertyVariables").get(CORPUS_DIRECTORY)))
        .filter(argument -> !argument.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The arguments that the command line at work had for the workers. */
  static String conditions(Properties given) {
    return CONDITIONS.stream()
        .filter(given::containsKey)
        .map(name -> quoted("-D" + name + "=" + given.getProperty(name)))
        .collect(Collectors.joining(" "));
  }

  private static String module(MavenSession session, MavenProject project) {
    String module = "-pl :" + project.getArtifactId();
    // What the module needs of this build may be in no repository; there no test has the name.
    return dependsOnModules(session, project)
        ? module + " -am -Dsurefire.failIfNoSpecifiedTests=false"
        : module;
  }

  /** Whether the module needs other modules of the build; a parent's POM is found without. */
  private static boolean dependsOnModules(MavenSession session, MavenProject project) {
    return session.getProjectDependencyGraph().getUpstreamProjects(project, false).stream()
        .anyMatch(upstream -> !upstream.getPackaging().equals("pom"));
  }

  /**
   * The argument for a corpus that a plain {@code mvn test} would not find: tests do not know this
   * plugin's configuration.
   *
   * @param given whether the command line at work names a corpus
   * @param ofTests what the POM has Surefire tell the tests; null if nothing
   */
  static String corpusDirectory(Path corpus, Path module, boolean given, @Nullable String ofTests) {
    String told = ofTests == null ? "" : ofTests.strip();
    Path inTests = module.resolve(told.isEmpty() ? DEFAULT_DIRECTORY : told).normalize();
    Path normal = corpus.normalize();
    if (!given && normal.equals(inTests)) {
      return "";
    }
    String shown = (normal.startsWith(module) ? module.relativize(normal) : normal).toString();
    return quoted("-D" + CORPUS_DIRECTORY + "=" + (shown.isEmpty() ? "." : shown));
  }

  private static String quoted(String argument) {
    if (argument.matches("[\\w.:=/\\\\-]+")) {
      return argument;
    }
    // Windows' shell knows no single quotes.
    return File.separatorChar == '/'
        ? "'" + argument.replace("'", "'\\''") + "'"
        : '"' + argument + '"';
  }
}
