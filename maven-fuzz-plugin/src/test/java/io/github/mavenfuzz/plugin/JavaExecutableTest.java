// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaExecutableTest {

  @Test
  void of_takesAnExecutableOrAHome() throws Exception {
    Path java = JavaExecutable.ofMaven();

    assertThat(JavaExecutable.of("fuzz.jvm", java.toString())).isEqualTo(java);
    assertThat(JavaExecutable.of("fuzz.jvm", System.getProperty("java.home"))).isEqualTo(java);
  }

  @Test
  void of_rejectsWhatIsNoExecutable(@TempDir Path directory) {
    String value = directory.resolve("java").toString();
    assertThatThrownBy(() -> JavaExecutable.of("fuzz.jvm", value))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("fuzz.jvm (" + value + ") is no java executable");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void of_rejectsAnOldJava(@TempDir Path home) throws Exception {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    assertThatThrownBy(() -> JavaExecutable.of("fuzz.jvm", home.toString()))
        .hasMessageContaining("is Java 8, but fuzzing needs Java 17 or newer");

    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThatThrownBy(() -> JavaExecutable.of("fuzz.jvm", home.toString()))
        .hasMessageContaining("is Java 11, but");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_402,8", "11.0.2,11", "17,17", "25-ea,25", "x,0"})
  void toFeature_readsBothSchemes(String version, int feature) {
    assertThat(JavaExecutable.toFeature(version)).isEqualTo(feature);
  }
}
