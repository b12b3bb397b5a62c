// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MavenProgressLogTest {
  private final List<String> lines = new ArrayList<>();
  private final MavenProgressLog log =
      new MavenProgressLog(
          new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
              lines.add("info " + line);
            }

            @Override
            public void warn(CharSequence line) {
              lines.add("warn " + line);
            }

            @Override
            public void error(CharSequence line) {
              lines.add("error " + line);
            }
          });

  @Test
  void lines_areMarkedEach() {
    log.warn("a\n  b\n");
    log.info("");
    assertThat(lines).containsExactly("warn a", "warn   b", "info ");
  }

  @Test
  void controlCharacters_areShownEscaped() {
    log.error("\ta \u001b[2J\u0007 b\r\nc \u009b1A \u00fc");
    assertThat(lines).containsExactly("error \ta \\u001b[2J\\u0007 b", "error c \\u009b1A \u00fc");
  }
}
