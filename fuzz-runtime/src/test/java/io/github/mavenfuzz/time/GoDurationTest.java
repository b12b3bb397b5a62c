// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "0s, PT0S",
    "10s, PT10S",
    "1m30s, PT1M30S",
    "500ms, PT0.5S",
    "1h, PT1H",
    "1.5h, PT1H30M",
    "1h1.5m.5s, PT1H1M30.5S",
    "1.s, PT1S",
    "3us, PT0.000003S",
    "3\u00b5s, PT0.000003S",
    "3\u03bcs, PT0.000003S",
    "7ns, PT0.000000007S",
    "0.1ns, PT0S",
    "+2s, PT2S",
    "-2s, PT-2S",
    "2562047h, PT2562047H",
  })
  void parse_readsWhatGoReads(String text, Duration expected) {
    assertThat(GoDuration.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "10",
        "s",
        "10 s",
        " 10s",
        "10s ",
        "1d",
        "1e3s",
        ".s",
        "--1s",
        "1S",
        "3000000h"
      })
  void parse_rejectsWhatGoRejects(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(": " + text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT3S, 3s",
    "PT1M, 1m0s",
    "PT1H, 1h0m0s",
    "PT26H3M4.5S, 26h3m4.5s",
    "PT0.5S, 500ms",
    "PT0.0015S, 1.5ms",
    "PT0.0000015S, 1.5\u00b5s",
    "PT0.000000007S, 7ns",
    "PT20S, 20s",
    "PT-1M, -1m0s",
  })
  void format_printsWhatGoPrints(Duration duration, String expected) {
    assertThat(GoDuration.format(duration)).isEqualTo(expected);
  }
}
