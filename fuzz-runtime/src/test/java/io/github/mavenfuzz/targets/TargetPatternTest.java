// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPatternTest {
  private static final TargetId REVERSE =
      new TargetId(
          TargetId.Kind.FUZZ_TEST, "com.acme.ReverseTest", "reverses", "(Ljava/lang/String;I)V");
  private static final TargetId NESTED =
      new TargetId(TargetId.Kind.FUZZ_TEST, "com.acme.Outer$Inner", "parses", "([B)V");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ReverseTest",
        "com.acme.ReverseTest",
        "com/acme/ReverseTest",
        "com/acme/ReverseTest.java",
        "**/ReverseTest",
        "Reverse*",
        "R?verseTest",
        "com.acme.*",
        "com.**",
        "**.Reverse*",
        "*",
        "ReverseTest#reverses",
        "ReverseTest#rev*",
        "ReverseTest#other+reverses",
        "ReverseTest#reverses(String, int)",
        "ReverseTest#reverses(String,int)",
        "#reverses",
        "Other,ReverseTest",
        "Other, ReverseTest#reverses(String, int)",
        "!Other",
        "Reverse*,!Other",
      })
  void matches_whatSurefireMatches(String pattern) {
    assertThat(TargetPattern.parse(pattern).matches(REVERSE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reverse",
        "acme.ReverseTest",
        "com.*",
        "reversetest",
        "ReverseTest#reverse",
        "ReverseTest#reverses(String)",
        "!ReverseTest",
        "Reverse*,!ReverseTest",
        "Other",
      })
  void matches_nothingElse(String pattern) {
    assertThat(TargetPattern.parse(pattern).matches(REVERSE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Outer",
        "com.acme.Outer",
        "Inner",
        "Outer$Inner",
        "com.acme.Outer$Inner",
        "Inner#parses"
      })
  void matches_nestedClasses(String pattern) {
    assertThat(TargetPattern.parse(pattern).matches(NESTED)).isTrue();
  }

  @Test
  void matches_methodOfTheClassItselfOnly() {
    assertThat(TargetPattern.parse("Outer#parses").matches(NESTED)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "A,",
        "A#",
        "#",
        "A#b+",
        "A#b#c",
        "!",
        "A b",
        "A#b(int",
        "%regex[A]",
        ".A",
        "a..B",
        "A-B"
      })
  void parse_rejectsMalformedPatterns(String pattern) {
    assertThatThrownBy(() -> TargetPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("fuzz.target (" + pattern + ") is malformed: ")
        .hasMessageContaining("Accepted: Class, Class#method");
  }

  @Test
  void exactClassNames_leavesOutWildcardsAndExclusions() {
    assertThat(TargetPattern.parse("com.acme.A#b,B*,!C,#d,E").exactClassNames())
        .containsExactly("com.acme.A", "E");
  }
}
