// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFilterTest {
  private static final ClassLoader LOADER = ClassFilterTest.class.getClassLoader();

  @ParameterizedTest
  @ValueSource(strings = {"com/acme/A", "A", "com/google/gson/Gson", "org/junitpioneer/A"})
  void byDefault_allIsAccepted(String name) {
    assertThat(new ClassFilter(List.of(), List.of()).accepts(LOADER, name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io/github/mavenfuzz/worker/WorkerMain",
        "org/junit/jupiter/api/Test",
        "junit/framework/Test",
        "org/opentest4j/AssertionFailedError",
        "org/apiguardian/api/API",
        "org/hamcrest/Matcher"
      })
  void oursAndJUnit_areNeverAccepted(String name) {
    assertThat(new ClassFilter(List.of("**"), List.of()).accepts(LOADER, name)).isFalse();
  }

  @Test
  void jdk_isNeverAccepted() {
    ClassFilter filter = new ClassFilter(List.of("**"), List.of());
    assertThat(filter.accepts(null, "java/lang/String")).isFalse();
    assertThat(filter.accepts(ClassLoader.getPlatformClassLoader(), "java/sql/Driver")).isFalse();
    assertThat(filter.accepts(ClassLoader.getSystemClassLoader(), "com/acme/A")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.**, com/acme/A, true",
    "com.acme.**, com/acme/sub/A$B, true",
    "com.acme.**, com/acmes/A, false",
    "com.acme.**, com/acme, false",
    "com.acme.*, com/acme/A, true",
    "com.acme.*, com/acme/A$B, true",
    "com.acme.*, com/acme/sub/A, false",
    "com.acme.A, com/acme/A, true",
    "com.acme.A, com/acme/AB, false",
    "com.acme.A, com/acmexA, false",
    "com.acme.?, com/acme/A, true",
    "com.acme.?, com/acme/AB, false",
    "com?acme.A, com/acme/A, false",
    "**.Test*, a/b/TestC, true",
    "**Test*, Test, true",
    "a.$(.**, a/$(/B, true",
    "a.\\E+.**, a/\\E+/B, true",
    "'', A, false",
  })
  void patterns_areGlobs(String pattern, String name, boolean matches) {
    assertThat(new ClassFilter(List.of(pattern), List.of()).accepts(LOADER, name))
        .isEqualTo(matches);
    assertThat(new ClassFilter(List.of(), List.of("x.*", pattern)).accepts(LOADER, name))
        .isEqualTo(!matches);
  }

  @Test
  void excludes_winOverIncludes() {
    ClassFilter filter = new ClassFilter(List.of("a.**", "b.**"), List.of("a.x.**"));
    assertThat(filter.accepts(LOADER, "a/A")).isTrue();
    assertThat(filter.accepts(LOADER, "b/A")).isTrue();
    assertThat(filter.accepts(LOADER, "a/x/A")).isFalse();
    assertThat(filter.accepts(LOADER, "c/A")).isFalse();
  }
}
