// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.mavenfuzz.api.FuzzTest;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final StringBuilder SEEN = new StringBuilder();

  @FuzzTest
  @ValueSource(strings = {"one", "one two"})
  @MethodSource("rows")
  void split(String text) {
    SEEN.append('[').append(text).append(']').append(Words.count(text));
  }

  static String[] rows() {
    return new String[] {"a b c"};
  }

  @FuzzTest
  void noSeeds(String s, byte[] bytes, boolean z, char c, int i, Double d) {
    assertEquals("", s);
    assertEquals(0, bytes.length);
    assertFalse(z);
    assertEquals('\0', c);
    assertEquals(0, i);
    assertEquals(0.0, d);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void othersAreLeftAlone(int number) {}

  /** Nothing is instrumented here, and no agent is loaded. */
  @Test
  void plainJvm() {
    assertFalse(
        Arrays.stream(Words.class.getDeclaredFields())
            .anyMatch(field -> field.getName().startsWith("$jacoco")));
    assertFalse(
        Arrays.stream(Words.class.getDeclaredMethods())
            .anyMatch(method -> method.getName().startsWith("$jacoco")));
    assertFalse(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(argument -> argument.startsWith("-javaagent")));
  }

  @AfterAll
  static void print() {
    System.out.println("seen: " + SEEN);
  }
}
