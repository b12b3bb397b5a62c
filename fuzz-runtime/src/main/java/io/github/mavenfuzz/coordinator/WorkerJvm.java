// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
 * @param heapMebibytes the largest heap of each, unless arguments or environment say something
 *     about the heap; zero leaves it to the JVM
 */
public record WorkerJvm(
    Path java,
    Path runtimeJar,
    List<String> arguments,
    List<Path> classPath,
    Map<String, String> systemProperties,
    Map<String, String> environment,
    Path workingDirectory,
    int heapMebibytes) {

  /** Copies its collections. */
  public WorkerJvm {
    arguments = List.copyOf(arguments);
    classPath = List.copyOf(classPath);
    systemProperties = Map.copyOf(systemProperties);
    environment = Map.copyOf(environment);
    if (heapMebibytes < 0) {
      throw new IllegalArgumentException(
          "heapMebibytes (" + heapMebibytes + ") must not be negative");
    }
  }

  /**
   * The same for workers that live for seconds, unless the arguments say otherwise: code that is
   * compiled quickly serves them better than code that is compiled well.
   */
  WorkerJvm forShortLives() {
    return withDefaults(List.of("-XX:TieredStopAtLevel=1"));
  }

  /**
   * The same for workers that leave no core to the JVM's compiler, unless the arguments say
   * otherwise. Compiling all of a large library well takes seconds, away from the search, and is
   * worth it for what is hot only: four times as hot as the JVM wants it. On one core, a compiler
   * of expressions so ran 1.5 times as often in its first 20 seconds, a parser of HTML 1.15 times.
   * Nor is it worth it to compile what is called once more for each of its callers, but for small
   * methods: so parsers of CSV, HTML and JSON ran 1.3, 1.2 and 1.1 times as often in their first
   * 15.
   */
  WorkerJvm forBusyCores() {
    return withDefaults(
        List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000",
            "-XX:FreqInlineSize=100"));
  }

  private WorkerJvm withDefaults(List<String> defaults) {
    return with(Stream.concat(defaults.stream(), arguments.stream()).toList(), heapMebibytes);
  }

  /** The same with another heap. */
  public WorkerJvm withHeap(int mebibytes) {
    return with(arguments, mebibytes);
  }

  private WorkerJvm with(List<String> otherArguments, int mebibytes) {
    return new WorkerJvm(
        java,
        runtimeJar,
        otherArguments,
        classPath,
        systemProperties,
        environment,
        workingDirectory,
        mebibytes);
  }
}
