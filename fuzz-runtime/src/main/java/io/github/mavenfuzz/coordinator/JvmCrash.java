// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A crash of a worker's JVM, as its {@code hs_err} file tells of it.
 *
 * @param failure the crash as a failure of the input
 * @param suspected whether something else than the input may have caused it
 */
record JvmCrash(Failure failure, boolean suspected) {
  private static final int MOST_FRAMES = 30;

  /** The name of a Java method in a line such as {@code J 12 c2 a.B.c(I)V (5 bytes) @ 0x...}. */
  private static final Pattern JAVA_FRAME = Pattern.compile("[jJ] .*?([\\w.$/<>+]+)\\(.*");

  /** What follows the name of a hidden class, and is another in each JVM. */
  private static final Pattern ADDRESS = Pattern.compile("[+/]0x[0-9a-f]+");

  private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun)\\..*");

  /**
   * Reads the file that the JVM wrote, and keeps it.
   *
   * @param reports where it is kept
   * @return null if there is no such file
   */
  static @Nullable JvmCrash read(Path errorFile, Path reports) {
    if (!Files.exists(errorFile)) {
      return null;
    }
    try {
      List<String> lines = lines(errorFile);
      String identity = identity(lines);
      String summary = "the JVM crashed: " + title(lines);
      String trace =
          summary
              + "\n"
              + String.join("\n", after(lines, "# Problematic frame:", 1))
              + "\n"
              + String.join("\n", javaFrames(lines))
              + "\nthe JVM's own report "
              + keep(errorFile, reports, identity);
      boolean suspected =
          lines.stream()
              .anyMatch(line -> line.contains("(SI_USER)") || line.contains("insufficient memory"));
      return new JvmCrash(
          new Failure(Kind.CRASH, identity, List.of(), summary, trace, true), suspected);
    } catch (IOException e) {
      String summary = "the JVM crashed; its report " + errorFile + " cannot be read: " + e;
      Failure failure =
          new Failure(Kind.CRASH, "0000000000000000", List.of(), summary, summary, true);
      return new JvmCrash(failure, false);
    }
  }

  /** Keeps the file; returns where it is, or why it is not. */
  private static String keep(Path errorFile, Path reports, String identity) {
    Path kept = reports.resolve("hs_err-" + identity + ".log");
    try {
      Files.createDirectories(reports);
      Files.move(errorFile, kept, StandardCopyOption.REPLACE_EXISTING);
      return "is " + kept;
    } catch (IOException e) {
      return "cannot be kept: " + e;
    }
  }

  private static List<String> lines(Path errorFile) throws IOException {
    // Paths of the machine may be in it, in whatever encoding.
    try (Stream<String> lines = Files.lines(errorFile, StandardCharsets.ISO_8859_1)) {
      return lines.limit(10_000).toList();
    }
  }

  /** The signal, or the assertion of the JVM that failed. */
  private static String title(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("#  "))
        .map(line -> line.substring(3).replaceAll(" at pc=.*|, pid=.*", ""))
        .findFirst()
        .orElse("no reason given");
  }

  private static List<String> after(List<String> lines, String heading, int most) {
    int start = lines.indexOf(heading) + 1;
    return start == 0
        ? List.of()
        : lines.subList(start, Math.min(start + most, lines.size())).stream()
            .map(line -> line.replaceFirst("^# ", ""))
            .toList();
  }

  private static List<String> javaFrames(List<String> lines) {
    String heading =
        lines.stream().filter(line -> line.startsWith("Java frames: ")).findFirst().orElse("");
    return after(lines, heading, MOST_FRAMES).stream()
        .takeWhile(line -> !line.isBlank())
        .map(JAVA_FRAME::matcher)
        .filter(Matcher::matches)
        .map(frame -> ADDRESS.matcher(frame.group(1)).replaceAll(""))
        .filter(frame -> !frame.startsWith("java.lang.invoke."))
        .takeWhile(frame -> !frame.startsWith("io.github.mavenfuzz."))
        .map(frame -> "\tat " + frame)
        .toList();
  }

  /** Addresses differ from run to run: the methods, and where in which library it crashed. */
  private static String identity(List<String> lines) {
    List<String> parts = new ArrayList<>(after(lines, "# Problematic frame:", 1));
    javaFrames(lines).stream()
        .filter(frame -> !JDK.matcher(frame.substring(4)).matches())
        .forEach(parts::add);
    return CorpusFile.nameOf(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }
}
