// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.coordinator.CampaignResult;
import io.github.mavenfuzz.coordinator.CoordinatorException;
import io.github.mavenfuzz.coordinator.Finding;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Path BASE = Path.of("base").toAbsolutePath();
  private static final Outcome PASSED = ended("passes", null, false);
  private static final Outcome FAILED = ended("fails", BASE.resolve("src").resolve("af69"), false);
  private static final Outcome SEED_FAILED =
      new Outcome(target("seedFails"), result("seedFails", finding("seed#0", null), false), null);
  private static final Outcome BROKEN =
      new Outcome(target("breaks"), null, new CoordinatorException("no space left"));
  private static final Outcome NOT_STARTED = new Outcome(target("waits"), null, null);

  @Test
  void pronounce_isSilentIfNothingFailed() throws Exception {
    pronounce(false, PASSED, NOT_STARTED);
  }

  @Test
  void pronounce_failsShortlyOnOneFinding() {
    assertThatThrownBy(() -> pronounce(false, FAILED))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "ATest#fails: java.lang.Error: boom (failing input: %s)", Path.of("src", "af69"));
  }

  @Test
  void pronounce_listsSeveralAndFaultsToo() {
    assertThatThrownBy(() -> pronounce(false, PASSED, FAILED, SEED_FAILED, BROKEN))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("3 of 4 targets failed:\n  ATest#fails: ")
        .hasMessageContaining("(failing input: seed#0)")
        .hasMessageEndingWith("\n  ATest#breaks: no space left");
  }

  @Test
  void pronounce_listsAllFindingsOfATarget() {
    List<Finding> findings = List.of(finding("a", BASE.resolve("a")), finding("seed#0", null));
    Outcome both =
        new Outcome(
            target("fails"),
            new CampaignResult(target("fails"), 1, Duration.ZERO, 0, findings, false),
            null);
    assertThatThrownBy(() -> pronounce(false, PASSED, both))
        .hasMessage(
            "ATest#fails: 2 findings:\n"
                + "    java.lang.Error: boom (failing input: a)\n"
                + "    java.lang.Error: boom (failing input: seed#0)");
    assertThat(both.summary()).isEqualTo("FAILED: java.lang.Error: boom and 1 more");
  }

  @Test
  void pronounce_neverCallsAFaultAFinding() {
    assertThatThrownBy(() -> pronounce(false, PASSED, BROKEN))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("ATest#breaks: no space left");
  }

  @Test
  void problem_namesTheTargetOnce() {
    Outcome named =
        new Outcome(
            target("breaks"),
            null,
            new CoordinatorException("ATest#breaks cannot be set up:\nwhy"));
    assertThat(named.problem()).isEqualTo("ATest#breaks cannot be set up:\nwhy");
    assertThat(named.summary()).isEqualTo("ERROR: cannot be set up: why");
    assertThatThrownBy(() -> pronounce(false, named))
        .hasMessage("ATest#breaks: cannot be set up:\nwhy");
    assertThat(BROKEN.problem()).isEqualTo("ATest#breaks could not be fuzzed: no space left");
    assertThat(PASSED.problem()).isNull();
  }

  @Test
  void pronounce_ignoresFindingsOnly() throws Exception {
    pronounce(true, FAILED);
    assertThatThrownBy(() -> pronounce(true, FAILED, BROKEN))
        .isInstanceOf(MojoExecutionException.class);
  }

  @Test
  void summary_alignsItsColumns() {
    assertThat(
            Summary.lines(List.of(PASSED, FAILED, BROKEN, NOT_STARTED, ended("stops", null, true))))
        .containsExactly(
            "  target        execs  new interesting  outcome",
            "  ATest#passes  12345                3  passed",
            "  ATest#fails   12345                3  FAILED: java.lang.Error: boom",
            "  ATest#breaks      -                -  ERROR: no space left",
            "  ATest#waits       -                -  not started",
            "  ATest#stops   12345                3  interrupted");
  }

  private static void pronounce(boolean ignore, Outcome... outcomes) throws Exception {
    new Verdict(List.of(outcomes), BASE).pronounce(ignore, new SystemStreamLog());
  }

  private static Outcome ended(String method, @Nullable Path file, boolean interrupted) {
    Finding finding = file == null ? null : finding("af69", file);
    return new Outcome(target(method), result(method, finding, interrupted), null);
  }

  private static CampaignResult result(
      String method, @Nullable Finding finding, boolean interrupted) {
    return new CampaignResult(
        target(method),
        12345,
        Duration.ofSeconds(3),
        3,
        finding == null ? List.of() : List.of(finding),
        interrupted);
  }

  private static Finding finding(String name, @Nullable Path file) {
    return new Finding(
        name, "assertion", "0123456789abcdef", "java.lang.Error: boom", "trace", "1", file);
  }

  private static TargetId target(String method) {
    return new TargetId(TargetId.Kind.FUZZ_TEST, "com.acme.ATest", method, "(I)V");
  }
}
