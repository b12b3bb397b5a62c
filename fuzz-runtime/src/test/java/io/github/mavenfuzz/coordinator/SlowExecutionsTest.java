// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Hostile;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.protocol.Content;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowExecutionsTest {
  @TempDir Path directory;
  private final RecordingLog log = new RecordingLog();
  private final SlowExecutions slow = new SlowExecutions();

  private static SlowExecution execution(String input, int millis) {
    byte[] bytes = input.getBytes(StandardCharsets.ISO_8859_1);
    Content content = new Content(CorpusFile.format(List.of(bytes), TestCampaign.SIGNATURE));
    return new SlowExecution(1, content, Duration.ofMillis(millis));
  }

  private TestCampaign report() throws Exception {
    TestCampaign campaign =
        new TestCampaign(Hostile.Slow.class, directory).timeout(Duration.ofSeconds(2));
    slow.report(campaign.options(), new Corpus(campaign.options()), log);
    return campaign;
  }

  @Test
  void report_keepsTheSlowestOfAll() throws Exception {
    slow.add(execution("slow", 400));
    slow.add(execution("slowest", 940));
    slow.add(execution("slower", 500));
    Path file = report().reports().resolve("slowest");
    assertThat(TestCampaign.bytesOf(file)).asString().isEqualTo("slowest");
    assertThat(log.lines())
        .containsExactly(
            "W fuzz: 3 executions took longer than a tenth of fuzz.timeout (2s); the slowest took"
                + " 0.9s, with the input in "
                + Path.of("reports", "slowest"));
  }

  @Test
  void report_isSilentWhenNoneWasSlow() throws Exception {
    assertThat(report().reports().resolve("slowest")).doesNotExist();
    assertThat(log.lines()).isEmpty();
  }
}
