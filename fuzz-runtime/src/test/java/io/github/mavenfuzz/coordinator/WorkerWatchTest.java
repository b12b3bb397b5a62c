// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Searched;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerWatchTest {
  @TempDir Path directory;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void worker_thatNeverIntroducesItselfIsEnded() throws Exception {
    List<String> notices = new ArrayList<>();
    CoordinatorOptions options = new TestCampaign(Searched.Counted.class, directory).options();
    WorkerWatch watch = new WorkerWatch(options, slow -> {}, notices::add);
    Process worker = new ProcessBuilder("sleep", "1000").start();
    try {
      watch.started(worker, Duration.ofSeconds(3));
      long now = System.nanoTime();
      watch.look(now + Duration.ofSeconds(7).toNanos());
      assertThat(worker.isAlive()).isTrue();
      watch.look(now + Duration.ofSeconds(9).toNanos());
      assertThat(worker.waitFor()).isNotZero();
      assertThat(notices).containsExactly("a worker gave no sign of life for 8s: it is ended");
    } finally {
      worker.destroyForcibly();
    }
  }
}
