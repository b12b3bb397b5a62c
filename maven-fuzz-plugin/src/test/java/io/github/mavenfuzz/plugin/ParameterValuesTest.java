// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.protocol.Technique;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValuesTest {

  @ParameterizedTest
  @CsvSource({"1,1", "4096,4096", "64k,65536", "64KiB,65536", "1m,1048576", "8m,8388608"})
  void maxLength_takesUnits(String text, int bytes) {
    assertThat(ParameterValues.maxLength(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "-1", "1g", "1.5k", "9m", "8388609", "1024m", "9999999999m", "k"})
  void maxLength_rejectsOthers(String text) {
    assertThatThrownBy(() -> ParameterValues.maxLength(text))
        .hasMessageStartingWith("fuzz.maxlen (" + text + ") must be a number of bytes");
  }

  @Test
  void parallel_isAllProcessorsByDefault() {
    assertThat(ParameterValues.parallel(null))
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(ParameterValues.parallel("3")).isEqualTo(3);
    assertThatThrownBy(() -> ParameterValues.parallel("0"))
        .hasMessage("fuzz.parallel (0) must be a number of worker JVMs, 1 or more");
    assertThatThrownBy(() -> ParameterValues.parallel("2C"))
        .hasMessage("fuzz.parallel (2C) must be a number of worker JVMs, 1 or more");
  }

  @Test
  void keepGoing_isANumberOrAll() {
    assertThat(ParameterValues.keepGoing("3")).isEqualTo(3);
    assertThat(ParameterValues.keepGoing("all")).isEqualTo(Integer.MAX_VALUE);
    for (String text : List.of("0", "-1", "ALL", "many")) {
      assertThatThrownBy(() -> ParameterValues.keepGoing(text))
          .hasMessage(
              "fuzz.keepgoing (" + text + ") must be a number of findings, 1 or more, or all");
    }
  }

  @Test
  void ignored_areIdentitiesOrClassNames() {
    assertThat(ParameterValues.ignored(null)).isEmpty();
    assertThat(ParameterValues.ignored(List.of("0123456789abcdef", " a.b.C$D ", "Error")))
        .containsExactlyInAnyOrder("0123456789abcdef", "a.b.C$D", "Error");
    for (String text : List.of("", "123", "a b", "a/B", "*")) {
      assertThatThrownBy(() -> ParameterValues.ignored(List.of(text)))
          .hasMessageStartingWith("fuzz.ignore (" + text + ") must be identities");
    }
  }

  @Test
  void dictionary_isReadFromAllItsFiles(@TempDir Path directory) throws IOException {
    assertThat(ParameterValues.dictionary(null)).isEmpty();
    Path some = Files.writeString(directory.resolve("some"), "\"GET \"\n");
    Path more = Files.writeString(directory.resolve("more"), "# none\nx=\"\\xFF\"\n");
    assertThat(ParameterValues.dictionary(List.of(some.toFile(), more.toFile())))
        .containsExactly("GET ", "\u00ff");
  }

  @Test
  void dictionaryThatCannotBeRead_isNamedWithTheReason(@TempDir Path directory) throws IOException {
    File missing = directory.resolve("missing").toFile();
    assertThatThrownBy(() -> ParameterValues.dictionary(List.of(missing)))
        .hasMessageStartingWith("fuzz.dict (" + missing + ") must be files that can be read: ");
    assertThatThrownBy(() -> ParameterValues.dictionary(List.of(directory.toFile())))
        .hasMessage("fuzz.dict (" + directory + ") must be files of at most 16 MiB");
    File wrong = Files.writeString(directory.resolve("wrong"), "\"a\"\nGET\n").toFile();
    assertThatThrownBy(() -> ParameterValues.dictionary(List.of(wrong)))
        .hasMessageStartingWith(
            "fuzz.dict (" + wrong + ") must be dictionary files: line 2: is not");
  }

  @Test
  void techniques_areNames() {
    assertThat(ParameterValues.techniques(null)).isEmpty();
    assertThat(ParameterValues.techniques("progress, CROSS_OVER"))
        .containsExactlyInAnyOrder(Technique.PROGRESS, Technique.CROSS_OVER);
    assertThatThrownBy(() -> ParameterValues.techniques("luck"))
        .hasMessage(
            "fuzz.without (luck) must be some of "
                + Arrays.toString(Technique.values())
                + ", separated by commas");
  }

  @Test
  void timeout_isPositive() {
    assertThat(ParameterValues.timeout("fuzz.timeout", "1m30s")).isEqualTo(Duration.ofSeconds(90));
    for (String text : List.of("0s", "-1s", "10", "1us")) {
      assertThatThrownBy(() -> ParameterValues.timeout("fuzz.setuptimeout", text))
          .hasMessageStartingWith("fuzz.setuptimeout (" + text + ") must be a duration");
    }
  }

  @Test
  void seed_isALong() {
    assertThat(ParameterValues.seed("-42")).isEqualTo(-42);
    assertThat(ParameterValues.seed(null)).isNull();
    assertThatThrownBy(() -> ParameterValues.seed("x"))
        .hasMessageStartingWith("fuzz.seed (x) must");
  }

  @Test
  void classPatterns_areNamesWithWildcards() {
    assertThat(ParameterValues.classPatterns("fuzz.includes", List.of("com.acme.**", " A*?$B ")))
        .containsExactly("com.acme.**", "A*?$B");
    assertThat(ParameterValues.classPatterns("fuzz.includes", null)).isEmpty();
    for (String text : List.of("", "com/acme", "com..acme", "!com.acme")) {
      assertThatThrownBy(() -> ParameterValues.classPatterns("fuzz.includes", List.of(text)))
          .hasMessageStartingWith("fuzz.includes (" + text + ") must be patterns");
    }
  }

  @Test
  void read_makesItTheBuildsError() {
    assertThatThrownBy(() -> ParameterValues.read(() -> ParameterValues.parallel("x")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("fuzz.parallel (x)");
  }
}
