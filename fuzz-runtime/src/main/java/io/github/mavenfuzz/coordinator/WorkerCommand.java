// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command line of a worker. Arguments go through a file: class paths are long. */
final class WorkerCommand {
  private static final String MAIN = "io.github.mavenfuzz.worker.WorkerMain";

  /** Where a JVM looks for more arguments. */
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** Whatever says how much heap there is to be. */
  private static final Pattern HEAP =
      Pattern.compile(
          "-Xm[sxn].*|-XX:(\\w*HeapSize|\\w*NewSize|\\w*RAM\\w*)=.*|-XX:\\+AggressiveHeap");

  private WorkerCommand() {}

  /** How the launcher reads its argument file: in the encoding of the locale. */
  static Charset encoding() {
    return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }

  /** The system properties that cannot be arguments: the worker's settings have to hold them. */
  static Map<String, String> unencodable(WorkerJvm jvm, Charset encoding) {
    return properties(jvm, encoding, false);
  }

  /**
   * The command of a worker.
   *
   * @param settings the worker's settings
   * @param argumentFile is written: what the JVM is started with
   * @param errorFile where the JVM writes if it crashes
   */
  static ProcessBuilder of(WorkerJvm jvm, Path settings, Path argumentFile, Path errorFile)
      throws IOException, CoordinatorException {
    return of(jvm, settings, argumentFile, errorFile, encoding());
  }

  static ProcessBuilder of(
      WorkerJvm jvm, Path settings, Path argumentFile, Path errorFile, Charset encoding)
      throws IOException, CoordinatorException {
    ProcessBuilder builder =
        new ProcessBuilder(jvm.java().toString(), "@" + argumentFile)
            .directory(jvm.workingDirectory().toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(jvm.environment());
    List<String> arguments = new ArrayList<>();
    // Our agent comes first, so that it sees classes as they were compiled.
    arguments.add("-javaagent:" + jvm.runtimeJar() + "=" + settings);
    // The JVM replaces %p by its process id.
    arguments.add("-XX:ErrorFile=" + errorFile.toString().replace("%", "%%"));
    arguments.addAll(defaults(jvm, given(jvm.arguments(), builder.environment())));
    arguments.addAll(jvm.arguments());
    properties(jvm, encoding, true)
        .forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    requireEncodable("JVM argument", arguments, encoding);
    List<String> classPath =
        Stream.concat(Stream.of(jvm.runtimeJar()), jvm.classPath().stream())
            .map(Path::toString)
            .toList();
    requireEncodable("class path element", classPath, encoding);
    arguments.addAll(
        List.of("-cp", String.join(File.pathSeparator, classPath), MAIN, settings.toString()));
    Files.write(argumentFile, arguments.stream().map(WorkerCommand::quoted).toList(), encoding);
    return builder;
  }

  /** The system properties that are written in that encoding without a loss, or the others. */
  private static Map<String, String> properties(
      WorkerJvm jvm, Charset encoding, boolean encodable) {
    Map<String, String> properties = new TreeMap<>(jvm.systemProperties());
    CharsetEncoder encoder = encoding.newEncoder();
    properties
        .entrySet()
        .removeIf(one -> encoder.canEncode(one.getKey() + one.getValue()) != encodable);
    return properties;
  }

  private static void requireEncodable(String what, List<String> texts, Charset encoding)
      throws CoordinatorException {
    CharsetEncoder encoder = encoding.newEncoder();
    for (String text : texts) {
      if (!encoder.canEncode(text)) {
        throw new CoordinatorException(
            "the %s (%s) of workers has characters that are not in %s, the encoding of the locale:"
                    .formatted(what, text, encoding)
                + " run Maven in a UTF-8 locale, such as with LC_ALL=C.UTF-8");
      }
    }
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
  private static List<String> defaults(WorkerJvm jvm, List<String> given) {
    List<String> defaults = new ArrayList<>();
    defaults.add("-enableassertions");
    // A throw site's exceptions would lose their stacks, and so their identity.
    defaults.add("-XX:-OmitStackTraceInFastThrow");
    if (given.stream().noneMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"))) {
      defaults.add("-XX:+UseSerialGC");
      // An input that fills the heap, in its small steps, would take longer than it may.
      defaults.add("-XX:MinHeapDeltaBytes=64m");
      // Pages that the JVM gives back cost a second per gigabyte when it wants them again, for
      // each input that asks for so much.
      defaults.add("-XX:MaxHeapFreeRatio=100");
    }
    // All or nothing: with the user's largest heap below our first one, the JVM does not start.
    if (given.stream().noneMatch(argument -> HEAP.matcher(argument).matches())) {
      // Short-lived inputs are all the garbage: the larger the young generation, the less of it.
      defaults.add("-Xms200m");
      if (jvm.heapMebibytes() > 0) {
        defaults.add("-Xmx" + jvm.heapMebibytes() + "m");
      }
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
