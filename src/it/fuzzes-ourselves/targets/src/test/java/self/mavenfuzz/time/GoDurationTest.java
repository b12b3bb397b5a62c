// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mavenfuzz.api.FuzzTest;
import java.time.Duration;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a duration looks like: it is none, or is the same when it is written again. */
class GoDurationTest {

  @FuzzTest
  @ValueSource(strings = {"1h2m3.5s", "-1us", "0", ".5ms", "1\u00b5s"})
  void readsWhatItWrites(String text) {
    Duration duration;
    try {
      duration = GoDuration.parse(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertEquals(duration, GoDuration.parse(GoDuration.format(duration)));
  }
}
