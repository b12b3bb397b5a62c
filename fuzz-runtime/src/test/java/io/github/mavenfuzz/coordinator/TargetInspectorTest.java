// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Hostile;
import fixtures.Searched;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TargetInspectorTest {
  @TempDir Path directory;

  @Test
  void describe_tellsOfEachTargetInOrder() throws Exception {
    TestCampaign campaign = new TestCampaign(Searched.Counted.class, directory);
    TargetId counted = campaign.target();
    TargetId failing = new TestCampaign(Hostile.FailingInitializer.class, directory).target();
    List<TargetDescription> descriptions =
        TargetInspector.describe(
            campaign.jvm(), List.of(counted, failing, counted), campaign.log());
    assertThat(descriptions)
        .extracting(TargetDescription::target)
        .containsExactly(counted, failing, counted);
    assertThat(descriptions.get(0).error()).isNull();
    assertThat(descriptions.get(0).seeds()).isZero();
    assertThat(descriptions.get(1).error()).contains("no license");
    assertThat(descriptions.get(2)).isEqualTo(descriptions.get(0));
    assertThat(campaign.counted()).isZero();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void targetThatEndsItsWorker_doesNotHideTheOthers() throws Exception {
    TestCampaign campaign = new TestCampaign(Hostile.ExitingInitializer.class, directory);
    TargetId counted = new TestCampaign(Searched.Counted.class, directory).target();
    List<TargetDescription> descriptions =
        TargetInspector.describe(
            campaign.jvm(), List.of(campaign.target(), counted), campaign.log());
    assertThat(descriptions.get(0).error())
        .startsWith("a worker ended with exit status 5 while it set the target up")
        .contains("no license");
    assertThat(descriptions.get(1).error()).isNull();
  }
}
