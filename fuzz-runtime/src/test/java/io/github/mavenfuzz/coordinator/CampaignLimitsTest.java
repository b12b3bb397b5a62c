// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Excessive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What campaigns make of targets that need much, and how much they need themselves. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignLimitsTest {
  private static final int METHODS = 26;
  private static final int CASES = 200;

  @TempDir Path directory;

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }

  @Test
  void nesting_isMinimizedToNearTheLeastThatOverflows() throws Exception {
    TestCampaign campaign =
        campaign(Excessive.Nesting.class)
            .arguments("-Xss256k")
            .minimize(new Budget(null, 20))
            .withCached("deep", "[".repeat(5_000));
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("stack overflow");
    assertThat(campaign.log().lines())
        .noneMatch(line -> line.startsWith("W fuzz"))
        .noneMatch(line -> line.contains("Flaky"));
    byte[] input = TestCampaign.bytesOf(finding.file());
    assertThat(new String(input, StandardCharsets.US_ASCII)).matches("\\[+");
    assertThat(input).hasSizeLessThan(5_000);
    // What has run often is compiled, and needs a fraction of the stack that what runs once does.
    assertThat(campaign.replay("[".repeat(input.length / 4)).finding()).isNull();
  }

  @ParameterizedTest
  @ValueSource(classes = {Excessive.Churning.class, Excessive.Sleeping.class})
  void execution_thatNeverEndsIsATimeout(Class<?> target) throws Exception {
    TestCampaign campaign =
        campaign(target)
            .timeout(Duration.ofMillis(500))
            .minimize(new Budget(null, 20))
            .withCached("long", "for ever");
    Finding finding = campaign.run().finding();
    assertThat(finding.kind()).isEqualTo("timeout");
    assertThat(finding.trace()).contains(target.getName() + ".fuzzerTestOneInput(Excessive.java:");
    assertThat(TestCampaign.bytesOf(finding.file())).hasSize(6);
    assertThat(campaign.log().lines()).noneMatch(line -> line.contains("Flaky"));
  }

  @Test
  void worker_needsNoMoreMemoryTheLongerItRuns() throws Exception {
    TestCampaign campaign =
        campaign(Excessive.Ordinary.class).arguments("-Xmx64m").unseeded().executions(30_000_000);
    CampaignResult result = campaign.run();
    assertThat(result.findings()).isEmpty();
    assertThat(result.executions()).isEqualTo(30_000_000);
    assertThat(campaign.log().lines()).noneMatch(line -> line.startsWith("W fuzz"));
  }

  @Test
  void coordinator_needsLittleMemoryForThousandsOfEntries() throws Exception {
    TestCampaign campaign =
        new TestCampaign("fixtures.Many", directory)
            .classPath(List.of(manyCases()))
            .executions(1_000_000);
    List<String> lines = new CoordinatorProcess(campaign).arguments("-Xmx128m").run();
    Matcher last = Pattern.compile("execs: 1000000 .*new interesting: (\\d+)").matcher("");
    assertThat(lines)
        .noneMatch(line -> line.startsWith(CoordinatorProcess.ERROR))
        .anyMatch(line -> last.reset(line).find() && Integer.parseInt(last.group(1)) > 5_000);
  }

  /** A class with a probe for each of the cases that two bytes choose. */
  private Path manyCases() throws Exception {
    StringBuilder source = new StringBuilder("package fixtures; public class Many { static int x;");
    source.append("public static void fuzzerTestOneInput(byte[] data) { if (data.length > 1) {");
    source.append("int n = ((data[0] & 255) << 8 | data[1] & 255) % " + METHODS * CASES + ";");
    source.append("switch (n / " + CASES + ") {");
    for (int i = 0; i < METHODS; i++) {
      source.append("case %d: m%d(n %% %d); break;".formatted(i, i, CASES));
    }
    source.append("} } }");
    for (int i = 0; i < METHODS; i++) {
      source.append("static void m" + i + "(int n) { switch (n) {");
      for (int j = 0; j < CASES; j++) {
        source.append("case " + j + ": x = n; break;");
      }
      source.append("} }");
    }
    Path file = Files.writeString(directory.resolve("Many.java"), source.append("}"));
    Path classes = Files.createDirectory(directory.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), file.toString());
    assertThat(status).isZero();
    return classes;
  }
}
