// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * What a module's class path lacks for JUnit tests to run, in the versions of the module's own
 * JUnit: the launcher and, where a module depends on Jupiter's API alone, the engine. As Surefire.
 */
final class JUnitLibraries {
  private static final String LAUNCHER = "org.junit.platform:junit-platform-launcher";
  private static final String ENGINE = "org.junit.jupiter:junit-jupiter-engine";
  private static final String API = "org.junit.jupiter:junit-jupiter-api";
  private static final List<String> PLATFORM =
      List.of(
          "org.junit.platform:junit-platform-commons", "org.junit.platform:junit-platform-engine");

  private final RepositorySystem repositories;
  private final RepositorySystemSession session;

  JUnitLibraries(RepositorySystem repositories, RepositorySystemSession session) {
    this.repositories = repositories;
    this.session = session;
  }

  /** The jars to add to the class path, which may be none. */
  List<Path> missing(MavenProject project) throws MojoExecutionException {
    Map<String, String> present = versions(project.getArtifacts());
    List<Path> jars = new ArrayList<>();
    for (String coordinates : toResolve(present)) {
      for (org.eclipse.aether.artifact.Artifact artifact : resolve(coordinates, project)) {
        String key = artifact.getGroupId() + ":" + artifact.getArtifactId();
        if (present.putIfAbsent(key, artifact.getVersion()) == null) {
          jars.add(artifact.getFile().toPath());
        }
      }
    }
    return jars;
  }

  /** Versions by {@code groupId:artifactId}. */
  private static Map<String, String> versions(Collection<Artifact> artifacts) {
    Map<String, String> versions = new HashMap<>();
    for (Artifact artifact : artifacts) {
      versions.put(
          artifact.getGroupId() + ":" + artifact.getArtifactId(), artifact.getBaseVersion());
    }
    return versions;
  }

  /**
   * The coordinates of what is missing.
   *
   * @param present versions of what is there, by {@code groupId:artifactId}
   */
  static List<String> toResolve(Map<String, String> present) throws MojoExecutionException {
    String jupiter = present.get(API);
    if (jupiter == null) {
      throw new MojoExecutionException(
          "A @FuzzTest runs with JUnit Jupiter, which is not on the module's test class path:"
              + " add org.junit.jupiter:junit-jupiter in test scope");
    }
    List<String> missing = new ArrayList<>();
    if (!present.containsKey(LAUNCHER)) {
      missing.add(LAUNCHER + ":" + platformVersion(present, jupiter));
    }
    if (!present.containsKey(ENGINE)) {
      missing.add(ENGINE + ":" + jupiter);
    }
    return missing;
  }

  /** Jupiter 5.x goes with platform 1.x; since 6 they have one version. */
  private static String platformVersion(Map<String, String> present, String jupiter) {
    for (String artifact : PLATFORM) {
      String version = present.get(artifact);
      if (version != null) {
        return version;
      }
    }
    return jupiter.startsWith("5.") ? "1" + jupiter.substring(1) : jupiter;
  }

  private List<org.eclipse.aether.artifact.Artifact> resolve(
      String coordinates, MavenProject project) throws MojoExecutionException {
    CollectRequest collect =
        new CollectRequest(
            new Dependency(new DefaultArtifact(coordinates), "runtime"),
            project.getRemoteProjectRepositories());
    try {
      return repositories
          .resolveDependencies(session, new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .toList();
    } catch (DependencyResolutionException e) {
      String remedy =
          session.isOffline()
              ? "Maven is offline: run it once without -o, or add this to the module's test scope."
              : "Add this to the module's test scope, or see to it that it can be downloaded.";
      throw new MojoExecutionException(
          "Cannot resolve %s, which the module's JUnit needs to run in a worker. %s %s"
              .formatted(coordinates, remedy, e.getMessage()),
          e);
    }
  }
}
