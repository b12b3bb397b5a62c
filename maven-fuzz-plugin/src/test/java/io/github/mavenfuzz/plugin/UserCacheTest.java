// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheTest {
  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Path OTHER = Path.of("other").toAbsolutePath();

  @Test
  void directory_isBelowTheHomeDirectory() {
    assertThat(UserCache.directory("Linux", HOME, name -> null))
        .isEqualTo(HOME.resolve(".cache/maven-fuzz"));
    assertThat(UserCache.directory("Mac OS X", HOME, name -> null))
        .isEqualTo(HOME.resolve("Library/Caches/maven-fuzz"));
    assertThat(UserCache.directory("Windows 11", HOME, name -> null))
        .isEqualTo(HOME.resolve("AppData/Local/maven-fuzz"));
  }

  @Test
  void directory_honoursTheEnvironment() {
    assertThat(UserCache.directory("Linux", HOME, Map.of("XDG_CACHE_HOME", "" + OTHER)::get))
        .isEqualTo(OTHER.resolve("maven-fuzz"));
    assertThat(UserCache.directory("Windows 11", HOME, Map.of("LOCALAPPDATA", "" + OTHER)::get))
        .isEqualTo(OTHER.resolve("maven-fuzz"));
  }

  @Test
  void directory_ignoresRelativeValues() {
    assertThat(UserCache.directory("Linux", HOME, name -> "relative"))
        .isEqualTo(HOME.resolve(".cache/maven-fuzz"));
  }

  @Test
  void isUsable_isTrueOfWhatCanBeMade(@TempDir Path parent) {
    assertThat(UserCache.isUsable(parent.resolve("home/.cache/maven-fuzz"))).isTrue();
    assertThat(UserCache.isUsable(parent.resolve("home/.cache/maven-fuzz"))).isTrue();
  }

  @Test
  void isUsable_isFalseOfWhatCannot(@TempDir Path parent) throws IOException {
    Path file = Files.createFile(parent.resolve("home"));
    assertThat(UserCache.isUsable(file)).isFalse();
    assertThat(UserCache.isUsable(file.resolve(".cache/maven-fuzz"))).isFalse();
    // Such as that of a user whom the system does not know.
    assertThat(UserCache.isUsable(Path.of("relative/.cache/maven-fuzz"))).isFalse();
    assertThat(Path.of("relative")).doesNotExist();
  }
}
