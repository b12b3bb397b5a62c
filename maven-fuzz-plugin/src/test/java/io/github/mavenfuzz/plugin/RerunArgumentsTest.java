// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RerunArgumentsTest {
  private static final Path MODULE = Path.of("module").toAbsolutePath();

  @Test
  void corpusDirectory_isNotNeededWhereTestsLook() {
    assertThat(argument("src/test/resources/fuzz", false, null)).isEmpty();
    assertThat(argument("src/test/resources/fuzz", false, " ")).isEmpty();
    assertThat(argument("seeds", false, "seeds/")).isEmpty();
    assertThat(argument("seeds", false, MODULE.resolve("other/../seeds").toString())).isEmpty();
  }

  @Test
  void corpusDirectory_isNeededWhereTestsLookElsewhere() {
    assertThat(argument("seeds", false, null)).isEqualTo("-Dfuzz.corpusdir=seeds");
    assertThat(argument("seeds", false, "other")).isEqualTo("-Dfuzz.corpusdir=seeds");
    assertThat(argument("src/test/resources/fuzz", false, "other"))
        .isEqualTo("-Dfuzz.corpusdir=" + Path.of("src/test/resources/fuzz"));
    assertThat(argument("../seeds", false, null))
        .isEqualTo("-Dfuzz.corpusdir=" + MODULE.resolveSibling("seeds"));
    assertThat(argument("", false, null)).isEqualTo("-Dfuzz.corpusdir=.");
  }

  @Test
  void corpusDirectory_ofTheCommandLineIsSaidAgain() {
    assertThat(argument("seeds", true, "seeds")).isEqualTo("-Dfuzz.corpusdir=seeds");
  }

  /** Else what failed in a worker of 64 MB passes in one of a gigabyte. */
  @Test
  void conditions_areThoseOfTheCommandLine() {
    Properties given = new Properties();
    assertThat(RerunArguments.conditions(given)).isEmpty();
    given.setProperty("fuzz.time", "10s");
    given.setProperty("fuzz.timeout", "1s");
    given.setProperty("fuzz.argLine", "-Xmx64m -ea");
    String quote = java.io.File.separatorChar == '/' ? "'" : "\"";
    assertThat(RerunArguments.conditions(given))
        .isEqualTo("-Dfuzz.timeout=1s " + quote + "-Dfuzz.argLine=-Xmx64m -ea" + quote);
  }

  @Test
  void corpusDirectory_isQuotedForTheShell() {
    boolean windows = java.io.File.separatorChar != '/';
    assertThat(argument("my seeds", true, null))
        .isEqualTo(windows ? "\"-Dfuzz.corpusdir=my seeds\"" : "'-Dfuzz.corpusdir=my seeds'");
    assertThat(argument("it's", true, null))
        .isEqualTo(windows ? "\"-Dfuzz.corpusdir=it's\"" : "'-Dfuzz.corpusdir=it'\\''s'");
  }

  private static String argument(String corpus, boolean given, @Nullable String ofTests) {
    return RerunArguments.corpusDirectory(MODULE.resolve(corpus), MODULE, given, ofTests);
  }
}
