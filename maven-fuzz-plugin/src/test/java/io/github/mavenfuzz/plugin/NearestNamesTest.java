// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
  private static final List<String> NAMES =
      List.of("ReverseTest#reverses", "ReverseTest#parses", "JsonTest#roundTrips");

  @Test
  void to_findsMisspelledClassesAndMethods() {
    assertThat(NearestNames.to("ReversTest#reverse", NAMES))
        .startsWith("ReverseTest#reverses")
        .doesNotContain("JsonTest#roundTrips");
    assertThat(NearestNames.to("com.acme.JsnTest", NAMES)).containsExactly("JsonTest#roundTrips");
    assertThat(NearestNames.to("#roundtrip", NAMES)).containsExactly("JsonTest#roundTrips");
  }

  @Test
  void to_findsNothingFarAway() {
    assertThat(NearestNames.to("Completely", NAMES)).isEmpty();
  }

  @Test
  void edits_isLevenshteins() {
    assertThat(NearestNames.edits("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestNames.edits("", "abc")).isEqualTo(3);
  }

  @Test
  void message_listsAndSuggests() {
    assertThat(NoMatch.message("JsonTst", List.of("JsonTest#roundTrips(String)", "A#b(int)")))
        .isEqualTo(
            "No target matches fuzz.target (JsonTst). Did you mean JsonTest#roundTrips? There is:"
                + "\n  JsonTest#roundTrips(String)\n  A#b(int)");
    assertThat(NoMatch.message(null, List.of())).startsWith("There is no fuzz test: write");
  }
}
