// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The java executable that workers run on. */
final class JavaExecutable {
  private static final int OLDEST = 17;
  private static final Pattern VERSION = Pattern.compile("version \"(\\d+)");
  private static final long VERSION_SECONDS = 30;

  private JavaExecutable() {}

  /** That of Maven's own Java, which is new enough, for it runs this code. */
  static Path ofMaven() {
    return inHome(Path.of(System.getProperty("java.home")));
  }

  /**
   * Checks a configured executable.
   *
   * @param source who says so, for messages: {@code fuzz.jvm}, {@code the jdk toolchain}
   * @param value an executable, or the directory of a JDK
   */
  static Path of(String source, String value) throws MojoExecutionException {
    Path path = Path.of(value).toAbsolutePath();
    Path java = Files.isDirectory(path) ? inHome(path) : path;
    if (!Files.isExecutable(java) && Files.isExecutable(Path.of(java + ".exe"))) {
      java = Path.of(java + ".exe");
    }
    if (!Files.isRegularFile(java) || !Files.isExecutable(java)) {
      throw new MojoExecutionException(
          "%s (%s) is no java executable: give the path of one, such as /usr/lib/jvm/jdk-17/bin/java"
              .formatted(source, value));
    }
    int version = featureVersion(java);
    if (version < OLDEST) {
      throw new MojoExecutionException(
          "%s (%s) is Java %s, but fuzzing needs Java %s or newer: set fuzz.jvm to one"
              .formatted(source, value, version == 0 ? "of an unknown version" : version, OLDEST));
    }
    return java;
  }

  private static Path inHome(Path home) {
    Path java = home.resolve("bin").resolve("java");
    Path exe = home.resolve("bin").resolve("java.exe");
    return Files.exists(exe) ? exe : java;
  }

  /** 8, 11, 17, ...; 0 if it cannot be told. */
  private static int featureVersion(Path java) {
    try {
      String version = releaseFileVersion(java.toRealPath());
      return toFeature(version != null ? version : askForVersion(java));
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  static int toFeature(String version) {
    Matcher matcher = Pattern.compile("(?:1\\.)?(\\d+).*", Pattern.DOTALL).matcher(version);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** What the file of a JDK says that describes it; null if there is none. */
  private static @Nullable String releaseFileVersion(Path java) throws IOException {
    Path bin = java.getParent();
    Path home = bin == null ? null : bin.getParent();
    Path release = home == null ? null : home.resolve("release");
    if (release == null || !Files.isRegularFile(release)) {
      return null;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    }
    String version = properties.getProperty("JAVA_VERSION");
    return version == null ? null : version.replace("\"", "");
  }

  private static String askForVersion(Path java) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(java.toString(), "-version").redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    Matcher matcher = VERSION.matcher(output.replace("version \"1.", "version \""));
    return matcher.find() ? matcher.group(1) : "";
  }
}
