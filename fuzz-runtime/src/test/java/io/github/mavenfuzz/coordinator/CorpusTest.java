// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fixtures.Searched;
import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.protocol.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir Path directory;
  private final RecordingLog log = new RecordingLog();
  private TestCampaign files;
  private Corpus corpus;

  @BeforeEach
  void open() throws IOException {
    files = new TestCampaign(Searched.Counted.class, directory);
    corpus = new Corpus(files.options());
  }

  private static Content content(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new Content(CorpusFile.format(List.of(bytes), TestCampaign.SIGNATURE));
  }

  @Test
  void seeds_areReadInOneForm() throws Exception {
    files.withSeed("b-raw", "abc");
    files.withSeed("a-text", "maven fuzz v1\nbyte[](\"\\x61bc\")\n");
    assertThat(corpus.readSeeds(log))
        .containsExactly(
            new Entry("a-text", content("abc"), Origin.SEED_FILE),
            new Entry("b-raw", content("abc"), Origin.SEED_FILE));
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void foreignFiles_areSkippedWithANotice() throws Exception {
    files.withSeed("README.md", "about").withSeed("good", "abc");
    Files.createDirectory(files.seeds().resolve("more"));
    assertThat(corpus.readSeeds(log)).extracting(Entry::name).containsExactly("good");
    assertThat(log.lines())
        .containsExactly(
            "I fuzz: skipping " + files.seeds().resolve("README.md") + ": not a corpus file",
            "I fuzz: skipping " + files.seeds().resolve("more") + ": not a corpus file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void foreignNames_areShownInOneLineWithoutControlCharacters() throws Exception {
    files.withSeed("a\u001b[2J\nb", "abc");
    assertThat(corpus.readSeeds(log)).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "I fuzz: skipping " + files.seeds() + "/a\\u001b[2J\\nb: not a corpus file");
  }

  @Test
  void missingDirectories_areEmpty() throws Exception {
    Files.delete(files.seeds());
    Files.delete(files.cache());
    assertThat(corpus.readSeeds(log)).isEmpty();
    assertThat(corpus.readCache(log)).isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void malformedSeed_isAnErrorWithFileLineAndReason() throws Exception {
    files.withSeed("good", "abc").withSeed("bad", "maven fuzz v1\n\nint(1)\n");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(() -> corpus.readSeeds(log))
        .withMessageMatching("malformed seed file .*/seeds/bad, line 3: .*byte\\[\\].*");
  }

  @Test
  void malformedCacheEntries_areSkippedWithOneNotice() throws Exception {
    files.withCached("a", "maven fuzz v1\nint(1)\n").withCached("b", "maven fuzz v9\n");
    files.withCached("c", "abc");
    assertThat(corpus.readCache(log)).containsExactly(new Entry("c", content("abc"), Origin.CACHE));
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("W fuzz: skipped 2 malformed or stale cache entries, the first: ")
        .contains(files.cache().resolve("a") + ", line 2: ");
    assertThat(TestCampaign.filesIn(files.cache())).hasSize(3);
  }

  @Test
  void cacheEntries_thatAreNoFilesAreSkippedWithANotice() throws Exception {
    Files.createDirectory(files.cache().resolve("0123456789abcdef"));
    Files.createFile(files.cache().resolve(".0123456789abcdef.1.tmp"));
    assertThat(corpus.readCache(log)).isEmpty();
    assertThat(log.lines())
        .containsExactly(
            "W fuzz: skipped 1 malformed or stale cache entries, the first: "
                + files.cache().resolve("0123456789abcdef")
                + ", not a corpus file");
  }

  @Test
  void directoryThatIsNone_isAnError() throws Exception {
    Files.delete(files.cache());
    Files.writeString(files.cache(), "a file");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(() -> corpus.readCache(log))
        .withMessageContaining("cannot read the cache " + files.cache());
  }

  @Test
  void add_countsContentOnce() {
    assertThat(corpus.add(new Entry("a", content("abc"), Origin.CACHE))).isTrue();
    assertThat(corpus.add(new Entry("b", content("abc"), Origin.SEED_FILE))).isFalse();
    assertThat(corpus.add(corpus.zeroEntry())).isTrue();
    assertThat(corpus.add(new Entry("b", content(""), Origin.CACHE))).isFalse();
  }

  @Test
  void zeroEntry_isNoSeedOfTheUsers() {
    assertThat(corpus.zeroEntry().content()).isEqualTo(content(""));
    assertThat(corpus.zeroEntry().isSeed()).isFalse();
    assertThat(new Entry("a", content(""), Origin.CACHE).isSeed()).isFalse();
    assertThat(new Entry("a", content(""), Origin.SEED_ROW).isSeed()).isTrue();
  }

  @Test
  void save_writesToTheCacheUnderTheContentsName() throws Exception {
    Entry entry = corpus.save(content("abc"));
    assertThat(entry.origin()).isEqualTo(Origin.GENERATED);
    assertThat(entry.name()).matches("[0-9a-f]{16}");
    assertThat(files.cache().resolve(entry.name())).hasBinaryContent(content("abc").bytes());
    assertThat(TestCampaign.filesIn(files.seeds())).isEmpty();
  }

  @Test
  void saveFinding_writesToTheSeeds() throws Exception {
    Path file = corpus.saveFinding(content("abc"), log);
    assertThat(file).hasParent(files.seeds()).hasBinaryContent(content("abc").bytes());
    assertThat(TestCampaign.filesIn(files.cache())).isEmpty();
  }

  @Test
  void saveFinding_thatNobodyTakesGoesToTheLog() throws Exception {
    for (Path taken : List.of(files.seeds(), files.cache())) {
      Files.delete(taken);
      Files.writeString(taken, "a file");
    }
    assertThat(corpus.saveFinding(content("abc"), log)).isNull();
    assertThat(log.lines())
        .anyMatch(
            line ->
                line.startsWith("E fuzz: cannot write the failing input to " + files.seeds())
                    && line.contains(files.cache().toString()))
        .endsWith("E maven fuzz v1", "E byte[](\"abc\")");
    byte[] raw = new byte[100_000];
    corpus.saveFinding(new Content(raw), log);
    assertThat(log.lines()).anyMatch(line -> line.startsWith("E AAAAAAAA"));
  }

  @Test
  void keep_thatTheCacheDoesNotTakeGoesToTheLog() throws Exception {
    Files.delete(files.cache());
    Files.writeString(files.cache(), "a file");
    corpus.keep(content("abc"), log);
    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("E fuzz: cannot write to the cache " + files.cache()))
        .endsWith("E maven fuzz v1", "E byte[](\"abc\")");
  }
}
