// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fixtures.Excessive;
import fixtures.Searched;
import fixtures.Surroundings;
import io.github.mavenfuzz.corpus.CorpusFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns on disks that are full: small ones, which only the campaign's processes see. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignFullDiskTest {
  private static final String SMALL = "mount -t tmpfs -o size=64k tmpfs \"$1\"";
  private static final String FULL =
      SMALL + " && { dd if=/dev/zero of=\"$1/.filler\" bs=4k count=100 2>/dev/null; true; }";

  private static final String LARGER = "mount -t tmpfs -o size=4m tmpfs \"$1\"";

  /** As whoever may mount in a namespace of their own, or as root. */
  private static final List<List<String>> NAMESPACES =
      List.of(
          List.of("unshare", "--user", "--map-root-user", "--mount"),
          List.of("unshare", "--mount"));

  private static List<String> namespace = List.of();

  @TempDir Path directory;

  @BeforeAll
  static void findNamespace(@TempDir Path place) throws Exception {
    for (List<String> candidate : NAMESPACES) {
      if (namespace.isEmpty() && canMount(candidate, place)) {
        namespace = candidate;
      }
    }
    assumeTrue(!namespace.isEmpty(), "nobody but root of this machine may mount a tmpfs here");
  }

  private static boolean canMount(List<String> candidate, Path place) throws Exception {
    List<String> command = new ArrayList<>(candidate);
    command.addAll(on(SMALL, place));
    command.add("true");
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      // There is no such command, as on other systems than Linux.
      return false;
    }
  }

  /** Mounts a disk for a command. */
  private static List<String> on(String disk, Path place) {
    return List.of("sh", "-c", disk + " && shift && exec \"$@\"", "sh", place.toString());
  }

  private TestCampaign campaign(Class<?> target) throws Exception {
    return new TestCampaign(target, directory);
  }

  private static CoordinatorProcess process(TestCampaign campaign, String disk, Path... places) {
    List<String> command = new ArrayList<>(namespace);
    for (Path place : places) {
      command.addAll(on(disk, place));
    }
    return new CoordinatorProcess(campaign).under(command);
  }

  @Test
  void cache_thatIsFullIsAnErrorThatNamesIt() throws Exception {
    TestCampaign campaign = campaign(Searched.NestedIfs.class).executions(20_000_000);
    assertThat(process(campaign, FULL, campaign.cache()).run())
        .contains(
            "ERROR cannot write to the cache "
                + campaign.cache()
                + ": java.io.IOException: No space left on device; set fuzz.cachedir to a directory"
                + " that can be written to");
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
  }

  @Test
  void seeds_thatAreFullLeaveTheFindingToTheCache() throws Exception {
    TestCampaign campaign = campaign(Searched.CountedAndFailing.class).executions(10_000);
    List<String> lines = process(campaign, FULL, campaign.seeds()).run();
    String written = "E     Failing input written to cache/";
    String finding =
        lines.stream().filter(line -> line.startsWith(written)).findFirst().orElseThrow();
    Path file = campaign.cache().resolve(finding.substring(written.length()));
    assertThat(TestCampaign.bytesOf(file)).hasSize(11);
    assertThat(lines)
        .contains(
            "W fuzz: cannot write to "
                + campaign.seeds()
                + ": java.io.IOException: No space left on device; trying the cache");
  }

  @Test
  void seedsAndCache_thatAreFullLeaveTheFindingToTheLog() throws Exception {
    TestCampaign campaign = campaign(Searched.CountedAndFailing.class).executions(10_000);
    List<String> lines = process(campaign, FULL, campaign.seeds(), campaign.cache()).run();
    assertThat(lines)
        .anyMatch(line -> line.startsWith("E --- FAIL: "))
        .noneMatch(line -> line.contains("written to"))
        .noneMatch(line -> line.startsWith(CoordinatorProcess.ERROR));
    int heading = lines.lastIndexOf("E fuzz: the failing input, to be saved as a file by hand:");
    Path saved = directory.resolve("by-hand");
    Files.write(
        saved, lines.subList(heading + 1, heading + 3).stream().map(l -> l.substring(2)).toList());
    assertThat(TestCampaign.bytesOf(saved)).hasSize(11);
  }

  @Test
  void seeds_thatFillUpMeanwhileKeepWhatTheyHave() throws Exception {
    byte[] large = "x".repeat(300).getBytes(StandardCharsets.US_ASCII);
    TestCampaign campaign =
        campaign(Surroundings.FillingTheDisk.class)
            .withCached("large", new String(large, StandardCharsets.US_ASCII))
            .executions(10_000);
    campaign.arguments("-Dfixtures.disk=" + campaign.seeds());
    String name = CorpusFile.nameOf(CorpusFile.format(List.of(large), TestCampaign.SIGNATURE));
    assertThat(process(campaign, SMALL, campaign.seeds()).run())
        .anyMatch(line -> line.contains("No space left on device; trying the cache"))
        .contains("E     Failing input written to seeds/" + name)
        .anyMatch(line -> line.endsWith("-Dfuzz.input=" + name));
    // The smaller one, beside what it was made of.
    assertThat(campaign.cachedInputs()).extracting(input -> input.length).contains(11);
  }

  @Test
  void output_ofAGibibyteNeedsNeitherDiskNorMemory() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    TestCampaign campaign =
        campaign(Excessive.Flooding.class).arguments("-Xmx64m").executions(1_024);
    assertThat(
            process(campaign, LARGER, temporary)
                .arguments("-Djava.io.tmpdir=" + temporary, "-Xmx64m")
                .run())
        .anyMatch(line -> line.contains("execs: 1024 "))
        .noneMatch(line -> line.startsWith("W fuzz") || line.startsWith(CoordinatorProcess.ERROR));
  }

  @Test
  void temporaryDirectory_thatIsFullIsAnErrorThatNamesIt() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    TestCampaign campaign = campaign(Searched.Counted.class).executions(10_000);
    assertThat(process(campaign, FULL, temporary).arguments("-Djava.io.tmpdir=" + temporary).run())
        .anyMatch(
            line ->
                line.startsWith("ERROR cannot write to the temporary directory " + temporary + "/")
                    && line.endsWith(
                        ": java.io.IOException: No space left on device;"
                            + " MAVEN_OPTS=-Djava.io.tmpdir=... names another"));
  }
}
