// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Searched;
import io.github.mavenfuzz.coordinator.WorkerEvent.Answered;
import io.github.mavenfuzz.coordinator.WorkerEvent.Ready;
import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a campaign decides as time passes, without any worker. */
class CampaignTest {
  private static final Class<?> COUNTED = Searched.Counted.class;
  private static final Content ENTRY = content("entry");
  private static final Failure FAILURE =
      new Failure(
          Failure.Kind.EXCEPTION,
          "0123456789abcdef",
          List.of("Oops"),
          "an Oops",
          "its trace",
          true);

  @TempDir Path directory;

  private final WorkerSlot slot = Slots.idle(0);
  private long now;

  private static Content content(String text) {
    return new Content(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A campaign of a minute that keeps going and has found something that is not confirmed. */
  private Campaign failed(Duration timeout) throws IOException, CoordinatorException {
    Campaign campaign = begun(new TestCampaign(COUNTED, directory).timeout(timeout));
    Call call = new Call.Fuzz(ENTRY, ENTRY, 1, Set.of(), false, 64, 100, 0, List.of(), List.of());
    Response response =
        new Response.Fuzzed(
            100, List.of(), List.of(), List.of(), FAILURE, content("failing"), Map.of());
    campaign.onAnswered(new Answered(slot, call, response, 100));
    return campaign;
  }

  private Campaign begun(TestCampaign test) throws CoordinatorException {
    CoordinatorOptions options = test.time(Duration.ofMinutes(1)).keepGoing(100).options();
    Campaign campaign = new Campaign(options, new RecordingLog(), 1, () -> now, () -> 0);
    campaign.onReady(new Ready(slot, new Response.Opened(List.of(), List.of())));
    return campaign;
  }

  private boolean isOverAfter(Campaign campaign, int seconds) {
    now = Duration.ofSeconds(seconds).toNanos();
    return campaign.isOver();
  }

  @Test
  void crashes_areNotConfirmedForEver() throws Exception {
    Campaign campaign = failed(Duration.ofSeconds(5));
    assertThat(isOverAfter(campaign, 60)).isFalse();
    assertThat(campaign.isWindingDown()).isTrue();
    assertThat(isOverAfter(campaign, 79)).isFalse();
    assertThat(isOverAfter(campaign, 80)).isTrue();
  }

  @Test
  void crashThatTakesLong_hasTheTimeToBeConfirmed() throws Exception {
    Campaign campaign = failed(Duration.ofSeconds(30));
    assertThat(isOverAfter(campaign, 129)).isFalse();
    assertThat(isOverAfter(campaign, 130)).isTrue();
  }

  @Test
  void crashThatIsNotConfirmed_isReportedAllTheSame() throws Exception {
    Campaign campaign = failed(Duration.ofSeconds(5));
    now = Duration.ofSeconds(80).toNanos();
    campaign.end();
    assertThat(campaign.conclude(false).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.file()).hasContent("failing"));
  }
}
