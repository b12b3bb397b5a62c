// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgLineTest {

  @Test
  void parse_splitsAtWhiteSpace() {
    assertThat(ArgLine.parse("  -Xmx512m\n\t-ea  -Da=b "))
        .containsExactly("-Xmx512m", "-ea", "-Da=b");
    assertThat(ArgLine.parse("")).isEmpty();
  }

  @Test
  void parse_keepsWhatIsQuotedTogether() {
    assertThat(ArgLine.parse("-Da=\"b c\" '-Dd=e \"f\"' \"\" -Dpath=C:\\Users\\x"))
        .containsExactly("-Da=b c", "-Dd=e \"f\"", "", "-Dpath=C:\\Users\\x");
  }

  @Test
  void parse_rejectsAnOpenQuote() {
    assertThatThrownBy(() -> ArgLine.parse("-Da='b c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("argLine (-Da='b c) has a ' that is not closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-javaagent:/m2/org.jacoco.agent-0.8.16-runtime.jar=destfile=/x y/jacoco.exec",
        "-javaagent:/opt/jacocoagent.jar",
        "-javaagent:C:\\m2\\org.jacoco.agent-0.8.16-runtime.jar=append=true"
      })
  void parse_leavesOutJacoco(String agent) {
    assertThat(ArgLine.parse("-ea \"" + agent + "\" -Xmx1g")).containsExactly("-ea", "-Xmx1g");
  }

  @Test
  void parse_keepsOtherAgents() {
    String agent = "-javaagent:/home/jacoco/mockito-core.jar=x=/jacoco.exec";
    assertThat(ArgLine.parse(agent)).containsExactly(agent);
  }
}
