// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.Coordinator;
import io.github.mavenfuzz.coordinator.WorkerJvm;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.jspecify.annotations.Nullable;

/**
 * Puts together how a module's workers are started: as this plugin is configured and, where it is
 * not, as Surefire is.
 *
 * @param project the module
 * @param surefire how Surefire is configured
 * @param placeholders late evaluation
 * @param userProperties what {@code -D} gave on Maven's command line
 * @param toolchain the module's JDK; null if none is chosen
 */
record ModuleJvm(
    MavenProject project,
    SurefireSettings surefire,
    Placeholders placeholders,
    Properties userProperties,
    @Nullable Toolchain toolchain) {

  /** Speaks to this plugin, and to replaying tests: not to fuzzed ones. */
  private static final String OWN_PREFIX = "fuzz.";

  /**
   * The workers' JVM.
   *
   * @param settings what is configured for this plugin
   * @param testClassPath the module's
   */
  WorkerJvm assemble(JvmSettings settings, List<Path> testClassPath) throws MojoExecutionException {
    List<Path> classPath = new ArrayList<>(testClassPath);
    surefire.list("additionalClasspathElements").stream().map(Path::of).forEach(classPath::add);
    String argLine = settings.argLine() == null ? surefire.argLine() : settings.argLine();
    String expanded = placeholders.expand(argLine);
    Map<String, String> environment = surefire.map("environmentVariables");
    environment.putAll(settings.environmentVariables());
    String directory = surefire.value("workingDirectory");
    Path base = project.getBasedir().toPath();
    return new WorkerJvm(
        java(settings.jvm()),
        runtimeJar(),
        ParameterValues.read(() -> ArgLine.parse(expanded)),
        classPath,
        systemProperties(settings.systemPropertyVariables()),
        environment,
        directory == null ? base : base.resolve(directory),
        0);
  }

  private Path java(@Nullable String jvm) throws MojoExecutionException {
    if (jvm != null) {
      return JavaExecutable.of("fuzz.jvm", jvm);
    }
    String ofSurefire = surefire.value("jvm");
    if (ofSurefire != null) {
      return JavaExecutable.of("Surefire's jvm", ofSurefire);
    }
    String ofToolchain = toolchain == null ? null : toolchain.findTool("java");
    if (ofToolchain != null) {
      return JavaExecutable.of("the jdk toolchain's java", ofToolchain);
    }
    return JavaExecutable.ofMaven();
  }

  /** In Surefire's order: the POM's, then the command line's, then its own. */
  private Map<String, String> systemProperties(Map<String, String> configured) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.putAll(surefire.map("systemPropertyVariables"));
    properties.putAll(configured);
    for (String name : userProperties.stringPropertyNames()) {
      if (!name.isEmpty() && !name.startsWith(OWN_PREFIX)) {
        properties.put(name, userProperties.getProperty(name));
      }
    }
    properties.put("basedir", project.getBasedir().getAbsolutePath());
    return properties;
  }

  private static Path runtimeJar() throws MojoExecutionException {
    try {
      Path jar =
          Path.of(Coordinator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(jar)) {
        return jar;
      }
      throw new MojoExecutionException(
          "fuzz-runtime (" + jar + ") is no jar: build it with mvn package first");
    } catch (URISyntaxException e) {
      throw new MojoExecutionException("fuzz-runtime has no usable path: " + e.getMessage(), e);
    }
  }
}
