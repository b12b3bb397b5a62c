// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class JUnitLibrariesTest {
  private static final String API = "org.junit.jupiter:junit-jupiter-api";
  private static final String ENGINE = "org.junit.jupiter:junit-jupiter-engine";
  private static final String COMMONS = "org.junit.platform:junit-platform-commons";
  private static final String LAUNCHER = "org.junit.platform:junit-platform-launcher";

  @Test
  void toResolve_matchesTheProjectsVersions() throws Exception {
    assertThat(JUnitLibraries.toResolve(Map.of(API, "5.9.3", ENGINE, "5.9.3", COMMONS, "1.9.3")))
        .containsExactly(LAUNCHER + ":1.9.3");
    assertThat(JUnitLibraries.toResolve(Map.of(API, "6.1.3", COMMONS, "6.1.3")))
        .containsExactly(LAUNCHER + ":6.1.3", ENGINE + ":6.1.3");
  }

  @Test
  void toResolve_infersThePlatformsVersion() throws Exception {
    assertThat(JUnitLibraries.toResolve(Map.of(API, "5.12.1", ENGINE, "5.12.1")))
        .containsExactly(LAUNCHER + ":1.12.1");
    assertThat(JUnitLibraries.toResolve(Map.of(API, "6.0.0", ENGINE, "6.0.0")))
        .containsExactly(LAUNCHER + ":6.0.0");
  }

  @Test
  void toResolve_isNothingIfAllIsThere() throws Exception {
    assertThat(JUnitLibraries.toResolve(Map.of(API, "6.1.3", ENGINE, "6.1.3", LAUNCHER, "6.1.3")))
        .isEmpty();
  }

  @Test
  void toResolve_rejectsAModuleWithoutJupiter() {
    assertThatThrownBy(() -> JUnitLibraries.toResolve(Map.of()))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("add org.junit.jupiter:junit-jupiter in test scope");
  }
}
