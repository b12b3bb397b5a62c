// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of a worker. Arguments go through a file: class paths are long. */
final class WorkerCommand {
  private static final String MAIN = "io.github.mavenfuzz.worker.WorkerMain";

  /** Where a JVM looks for more arguments. */
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private WorkerCommand() {}

  static ProcessBuilder of(WorkerJvm jvm, Path settings, Path argumentFile) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(jvm.java().toString(), "@" + argumentFile)
            .directory(jvm.workingDirectory().toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(jvm.environment());
    List<String> arguments = new ArrayList<>();
    // Our agent comes first, so that it sees classes as they were compiled.
    arguments.add("-javaagent:" + jvm.runtimeJar() + "=" + settings);
    arguments.addAll(defaults(given(jvm.arguments(), builder.environment())));
    arguments.addAll(jvm.arguments());
    jvm.systemProperties().forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    arguments.add("-cp");
    arguments.add(
        Stream.concat(Stream.of(jvm.runtimeJar()), jvm.classPath().stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    arguments.add(MAIN);
    arguments.add(settings.toString());
    Files.write(
        argumentFile,
        arguments.stream().map(WorkerCommand::quoted).toList(),
        Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    return builder;
  }

  /** All that the JVM is told, but by us: with two collectors, for example, it does not start. */
  private static List<String> given(List<String> arguments, Map<String, String> environment) {
    List<String> given = new ArrayList<>(arguments);
    for (String variable : VARIABLES) {
      given.addAll(List.of(environment.getOrDefault(variable, "").split("\\s+")));
    }
    return given;
  }

  /** What a worker is best run with, unless the user's own arguments say otherwise. */
  private static List<String> defaults(List<String> given) {
    List<String> defaults = new ArrayList<>();
    defaults.add("-enableassertions");
    // A throw site's exceptions would lose their stacks, and so their identity.
    defaults.add("-XX:-OmitStackTraceInFastThrow");
    if (given.stream().noneMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"))) {
      defaults.add("-XX:+UseSerialGC");
    }
    if (given.stream().noneMatch(argument -> argument.matches("-X(m[sxn]|X:.*HeapSize).*"))) {
      // Short-lived inputs are all the garbage: a small young generation stays in the cache.
      defaults.add("-Xms64m");
    }
    return defaults;
  }

  /** As the launcher's argument files want it. */
  private static String quoted(String argument) {
    return '"'
        + argument
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
        + '"';
  }
}
