// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawCorpusTest {
  @TempDir Path directory;

  private Path seeds;
  private Path cache;
  private Path output;

  @BeforeEach
  void makeDirectories() throws Exception {
    seeds = Files.createDirectories(directory.resolve("seeds"));
    cache = Files.createDirectories(directory.resolve("cache"));
    output = directory.resolve("deep/output");
  }

  private RawCorpus corpus(String descriptor) throws CoordinatorException {
    TargetId target = new TargetId(TargetId.Kind.STATIC, "acme.Fuzzer", "fuzz", descriptor);
    return new RawCorpus(target, seeds, cache);
  }

  private static byte[] file(String literal) {
    return ("maven fuzz v1\nbyte[](\"" + literal + "\")\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void exported_areBytesByTheirSha1_findingsApart() throws Exception {
    Files.write(seeds.resolve("by-hand"), file("abc"));
    new CorpusDirectory(seeds).write(file("\\xff\\0"));
    new CorpusDirectory(cache).write(file("cached"));
    RawCorpus.Exported exported = corpus("([B)V").exportTo(output);
    assertThat(exported.entries()).isEqualTo(2);
    assertThat(exported.findings()).isEqualTo(1);
    assertThat(exported.skipped()).isEmpty();
    assertThat(output.resolve("corpus/a9993e364706816aba3e25717850c26c9cd0d89d")).hasContent("abc");
    assertThat(TestCampaign.filesIn(output.resolve("corpus"))).hasSize(2);
    assertThat(TestCampaign.filesIn(output.resolve("findings")))
        .singleElement()
        .satisfies(file -> assertThat(file).hasBinaryContent(new byte[] {-1, 0}));
  }

  @Test
  void exported_areAsOldAsTheFilesThatTheyComeFrom() throws Exception {
    FileTime then = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
    Files.setLastModifiedTime(new CorpusDirectory(cache).write(file("cached")), then);
    Files.setLastModifiedTime(new CorpusDirectory(seeds).write(file("found")), then);
    var unused = corpus("([B)V").exportTo(output);
    assertThat(TestCampaign.filesIn(output.resolve("corpus")))
        .singleElement()
        .satisfies(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(then));
    assertThat(TestCampaign.filesIn(output.resolve("findings")))
        .singleElement()
        .satisfies(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(then));
  }

  @Test
  void malformed_areSkippedAndNamed() throws Exception {
    Path stale = Files.writeString(cache.resolve("stale"), "maven fuzz v1\nint(1)\n");
    RawCorpus.Exported exported = corpus("([B)V").exportTo(output);
    assertThat(exported.skipped()).containsExactly(stale);
    assertThat(exported.entries()).isZero();
  }

  @Test
  void imported_areTheSameWhenTheyAreExported() throws Exception {
    Path foreign = Files.createDirectories(directory.resolve("foreign/deeper"));
    Files.write(foreign.resolve("x"), new byte[] {0, 13, 10, -128});
    Files.writeString(foreign.resolveSibling("y"), "text");
    assertThat(corpus("([B)V").importFrom(foreign.getParent())).isEqualTo(2);
    assertThat(corpus("([B)V").exportTo(output).entries()).isEqualTo(2);
    assertThat(TestCampaign.filesIn(output.resolve("corpus")))
        .anySatisfy(file -> assertThat(file).hasBinaryContent(new byte[] {0, 13, 10, -128}))
        .anySatisfy(
            file -> assertThat(file).hasBinaryContent("text".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void otherParameters_areAnError() {
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(() -> corpus("([BI)V"))
        .withMessageContaining("only the inputs of a target of one byte[]");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(() -> corpus("([B)V").importFrom(directory.resolve("nowhere")))
        .withMessageStartingWith("cannot import from " + directory.resolve("nowhere"));
  }
}
