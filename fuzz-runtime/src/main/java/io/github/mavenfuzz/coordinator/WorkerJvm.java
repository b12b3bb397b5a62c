// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the worker JVMs of a module are started: what Surefire would use for the module's tests.
 *
 * @param java the java executable
 * @param runtimeJar the jar of this library: agent of the workers and first on their class path
 * @param arguments JVM arguments, already split
 * @param classPath the module's test class path, with JUnit's launcher where JUnit is used
 * @param systemProperties set in every worker
 * @param environment added to the Maven JVM's environment
 * @param workingDirectory where workers run
 */
public record WorkerJvm(
    Path java,
    Path runtimeJar,
    List<String> arguments,
    List<Path> classPath,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    Path workingDirectory) {

  /** Copies its collections. */
  public WorkerJvm {
    arguments = List.copyOf(arguments);
    classPath = List.copyOf(classPath);
    systemProperties = Map.copyOf(systemProperties);
    environment = Map.copyOf(environment);
  }
}
