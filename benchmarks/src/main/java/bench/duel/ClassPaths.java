// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import io.github.mavenfuzz.coordinator.Coordinator;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which jars each process gets, parts of this one's own.
 *
 * @param all this JVM's class path
 * @param targets what the targets need and nothing of what fuzzes them
 */
record ClassPaths(String all, String targets) {
  private static final String JAZZER = "jazzer";

  /** What fuzzers and referee bring: nothing that is fuzzed needs it. */
  private static final List<String> FUZZERS = List.of(JAZZER, "org.jacoco.", "asm-");

  /** Those for targets that are elsewhere; an empty path means the built-in ones. */
  static ClassPaths of(String targets) {
    String all = System.getProperty("java.class.path");
    return new ClassPaths(all, targets.isEmpty() ? withoutFuzzers(all) : absolute(targets));
  }

  /** The jar of the engine, which is the workers' agent, too. */
  static Path engine() {
    try {
      return Path.of(Coordinator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Targets first, as a user of Jazzer would have them. */
  String jazzer() {
    return Stream.concat(
            Stream.of(targets), split(all).filter(jar -> nameOf(jar).startsWith(JAZZER)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** As its jar is called. */
  String jazzerVersion() {
    return split(all)
        .map(ClassPaths::nameOf)
        .filter(name -> name.matches(JAZZER + "-\\d.*"))
        .findFirst()
        .orElse(JAZZER)
        .replace(".jar", "");
  }

  static Stream<String> split(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1));
  }

  /** Processes run in directories of their own. */
  private static String absolute(String classPath) {
    return split(classPath)
        .map(jar -> Path.of(jar).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String withoutFuzzers(String all) {
    Path engine = engine();
    return split(all)
        .filter(jar -> !Path.of(jar).toAbsolutePath().normalize().equals(engine))
        .filter(jar -> FUZZERS.stream().noneMatch(nameOf(jar)::startsWith))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String nameOf(String jar) {
    return String.valueOf(Path.of(jar).getFileName());
  }
}
