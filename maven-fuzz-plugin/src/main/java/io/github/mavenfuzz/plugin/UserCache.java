// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the operating system wants a user's caches. */
final class UserCache {
  private static final String NAME = "maven-fuzz";

  private UserCache() {}

  /** The directory for the generated corpora of all the user's projects. */
  static Path directory() {
    return directory(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System::getenv);
  }

  /** Whether a directory is there, or can be made, and can be written to. */
  static boolean isUsable(Path directory) {
    try {
      // An unknown user's home is "?", which is no path at all.
      return directory.isAbsolute() && Files.isWritable(Files.createDirectories(directory));
    } catch (IOException e) {
      return false;
    }
  }

  static Path directory(String operatingSystem, Path home, UnaryOperator<@Nullable String> env) {
    String system = operatingSystem.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return absoluteOr(env.apply("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve(NAME);
    }
    return absoluteOr(env.apply("XDG_CACHE_HOME"), home.resolve(".cache"));
  }

  /** The XDG specification wants relative values ignored; so do we everywhere. */
  private static Path absoluteOr(@Nullable String value, Path fallback) {
    boolean usable = value != null && !value.isEmpty() && Path.of(value).isAbsolute();
    return (usable ? Path.of(value) : fallback).resolve(NAME);
  }
}
