// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingReportTest {
  private static final String DESCRIPTOR = "(Ljava/lang/String;I)V";
  private static final Signature SIGNATURE = Signature.ofDescriptor(DESCRIPTOR);
  private static final Content CONTENT =
      new Content(CorpusFile.format(List.of("a\"b", 7), SIGNATURE));
  private static final Failure FAILURE =
      new Failure(
          Failure.Kind.ASSERTION,
          "0123456789abcdef",
          List.of(),
          "x.Y: \u001b[31mred\r\n\tand\u0000more",
          "x.Y: \u001b[31mred\n\tat a.b(C.java:1)\n",
          true);

  @TempDir Path directory;
  private final RecordingLog log = new RecordingLog();

  private CoordinatorOptions options(TargetId.Kind kind, Path base, String rerunArguments) {
    return new CoordinatorOptions(
        new TargetId(kind, "com.acme.ParserTest", "parses", DESCRIPTOR),
        new WorkerJvm(
            Path.of("java"),
            Path.of("jar"),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            directory,
            0),
        directory.resolve("seeds"),
        directory.resolve("cache"),
        directory.resolve("reports"),
        Budget.UNLIMITED,
        Budget.NONE,
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        100,
        null,
        List.of(),
        List.of(),
        1,
        Set.of(),
        List.of(),
        base,
        rerunArguments,
        Set.of());
  }

  private Finding report(CoordinatorOptions options, Entry seed, boolean reproduced) {
    Crash crash = new Crash(seed, CONTENT, FAILURE, Duration.ofMillis(1_234), true, false, false);
    if (seed == null) {
      crash.written(new Corpus(options).saveFinding(CONTENT, log));
      for (int i = 0; crash.isOpen(); i++) {
        crash.replayed(reproduced || i == 3 ? FAILURE : null, true);
      }
    }
    return new FindingReport(options, log).report(crash);
  }

  @Test
  void report_ofAFindingIsGos() throws Exception {
    Finding finding = report(options(TargetId.Kind.FUZZ_TEST, directory, "-pl :core"), null, true);
    String name = CorpusFile.nameOf(CONTENT.bytes());
    assertThat(log.lines())
        .containsExactly(
            "E --- FAIL: ParserTest#parses (1.23s)",
            "E     x.Y: \\u001b[31mred",
            "E     \tat a.b(C.java:1)",
            "E ",
            "E     Arguments:",
            "E         \"a\\\"b\", 7",
            "E ",
            "E     Failing input written to seeds/" + name,
            "E     To re-run:",
            "E     mvn -pl :core test -Dtest=ParserTest#parses -Dfuzz.input=" + name,
            "E     mvn -pl :core fuzz:replay -Dfuzz.target=ParserTest#parses -Dfuzz.input=" + name);
    assertThat(finding)
        .isEqualTo(
            new Finding(
                name,
                "assertion",
                "0123456789abcdef",
                "x.Y: \\u001b[31mred\n\tand\\u0000more",
                "x.Y: \\u001b[31mred\n\tat a.b(C.java:1)\n",
                "\"a\\\"b\", 7",
                directory.resolve("seeds").resolve(name)));
    assertThat(finding.file()).hasBinaryContent(CONTENT.bytes());
  }

  /** Tests look among the seeds only. */
  @Test
  void report_ofAFindingInTheCacheNamesNoTest() throws Exception {
    Files.createFile(directory.resolve("seeds"));
    report(options(TargetId.Kind.FUZZ_TEST, directory, ""), null, true);
    String name = CorpusFile.nameOf(CONTENT.bytes());
    assertThat(log.lines())
        .contains("E     Failing input written to cache/" + name)
        .noneMatch(line -> line.contains("mvn test"))
        .endsWith("E     mvn fuzz:replay -Dfuzz.target=ParserTest#parses -Dfuzz.input=" + name);
  }

  @Test
  void report_ofASeedWritesNothing() throws Exception {
    Entry seed = new Entry("mine", CONTENT, Origin.SEED_FILE);
    Finding finding = report(options(TargetId.Kind.FUZZ_TEST, directory, ""), seed, true);
    assertThat(log.lines())
        .startsWith(
            "E failure while testing seed corpus entry: ParserTest#parses/mine",
            "E --- FAIL: ParserTest#parses (1.23s)")
        .endsWith(
            "E     To re-run:",
            "E     mvn test -Dtest=ParserTest#parses -Dfuzz.input=mine",
            "E     mvn fuzz:replay -Dfuzz.target=ParserTest#parses -Dfuzz.input=mine")
        .noneMatch(line -> line.contains("written"));
    assertThat(finding.file()).isNull();
    assertThat(directory.resolve("seeds")).doesNotExist();
  }

  @Test
  void report_ofARowNamesTheCommandThatCanRunIt() throws Exception {
    Entry row = new Entry("seed#0", CONTENT, Origin.SEED_ROW);
    report(options(TargetId.Kind.FUZZ_TEST, directory, ""), row, true);
    assertThat(log.lines())
        .endsWith(
            "E     To re-run:", "E     mvn test -Dtest=ParserTest#parses -Dfuzz.input=seed#0");
  }

  @Test
  void report_ofAPlainTargetNeedsNoTest() throws Exception {
    report(options(TargetId.Kind.STATIC, directory, ""), null, true);
    assertThat(log.lines()).noneMatch(line -> line.contains("mvn test"));
  }

  @Test
  void report_ofWhatDidNotShowAgainSaysSo() throws Exception {
    report(options(TargetId.Kind.STATIC, directory, ""), null, false);
    assertThat(log.lines())
        .anyMatch(line -> line.contains("Flaky: the same input failed in 1 of 10 replays"));
  }

  @Test
  void report_outsideTheBaseDirectoryShowsTheWholePath() throws Exception {
    Finding finding =
        report(options(TargetId.Kind.STATIC, directory.resolve("elsewhere"), ""), null, true);
    assertThat(log.lines()).contains("E     Failing input written to " + finding.file());
  }
}
