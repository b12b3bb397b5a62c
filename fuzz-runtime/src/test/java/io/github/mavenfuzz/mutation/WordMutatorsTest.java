// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Comparison.Mention;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordMutatorsTest {
  private static final int RUNS = 200_000;

  private static Set<String> mutants(String text, int maxLength, String... dictionary) {
    Prng random = new Prng(1);
    StringValue value = new StringValue();
    value.learn(Stream.of(dictionary).<Comparison>map(Mention::new).toList());
    Set<String> mutants = new HashSet<>();
    for (int i = 0; i < RUNS; i++) {
      value.set(text);
      if (WordMutators.mutate(value, random, maxLength)) {
        mutants.add(value.toText());
      } else {
        assertThat(value.toText()).isEqualTo(text);
      }
      assertThat(value.length).isLessThanOrEqualTo(maxLength);
    }
    return mutants;
  }

  @Test
  void words_becomeElementsAndAttributes() {
    assertThat(mutants("<config></config>", 100, "proxy", "mode"))
        .contains("<config><proxy/></config>", "<config><proxy></proxy></config>");
    assertThat(mutants("<proxy/>", 100, "transparent", "mode"))
        .contains("<proxy mode=\"transparent\"/>");
  }

  @Test
  void words_becomeNamesOfFields() {
    assertThat(mutants("{}", 100, "user", "roles"))
        .contains("{\"user\":}", "{\"user\":{}}", "user=roles&{}");
    assertThat(mutants("{\"user\":{}}", 100, "roles"))
        .contains("{\"user\":{\"roles\":}}", "{\"user\":{\"roles\":{}}}");
    assertThat(mutants("GET /", 100, "Host", "x")).contains("GET /\nHost: x");
  }

  @Test
  void words_areOfTheTextItselfWhereNothingIsKnown() {
    assertThat(mutants("f(x)", 100)).contains("f(x(x))", "f(f(x))");
    assertThat(mutants("\u0001\u0002", 100)).isEmpty();
    assertThat(mutants("", 100)).isEmpty();
  }

  @Test
  void words_areNotPutWhereThereIsNoRoom() {
    assertThat(mutants("abc", 4, "long", "words")).isEmpty();
  }
}
