// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpanMutatorsTest {
  private static final int RUNS = 5_000;

  private static Set<String> mutants(String text, int maxLength) {
    return mutants(text, "", maxLength);
  }

  private static Set<String> mutants(String text, String mate, int maxLength) {
    Prng random = new Prng(1);
    StringValue other = new StringValue();
    other.set(mate);
    Set<String> mutants = new HashSet<>();
    for (int i = 0; i < RUNS; i++) {
      StringValue value = new StringValue();
      value.mateWith(other);
      value.set(text);
      if (SpanMutators.mutate(value, random, maxLength)) {
        mutants.add(value.toText());
      }
    }
    return mutants;
  }

  @Test
  void spans_areRemovedEmptiedRepeatedNestedAndMoved() {
    assertThat(mutants("{\"key\":[1,22]}", 100))
        .contains(
            "{:[1,22]}",
            "{\"key\":}",
            "{\"key\":[]}",
            "{\"\":[1,22]}",
            "{}",
            "{\"key\":[1,22][1,22]}",
            "{\"key\":[1,2222]}",
            "{\"key\":[[1,22]1,22]}",
            "{[1,22]\"key\":[1,22]}",
            "{\"key\":\"key\"}",
            "{[1,22]:[1,22]}");
  }

  @Test
  void spans_becomeListsOfTwo() {
    assertThat(mutants("[1]", 100)).contains("[1,1]", "[1;1]", "[1],[1]", "[1\n1]");
    assertThat(mutants("[ab|cd]", 100)).contains("[ab|ab|cd]").doesNotContain("[ab;ab|cd]");
    assertThat(mutants("[1]", 4)).doesNotContain("[1,1]");
  }

  @Test
  void spans_areTakenFromAnotherEntry() {
    assertThat(mutants("{\"key\":0}", "[1,{}]", 12))
        .contains("{\"key\":{}}", "{\"key\":1}", "{{}:0}", "[1,{}]")
        .allMatch(text -> text.length() <= 12);
  }

  @Test
  void quotes_endWhereTheyAreNotEscaped() {
    assertThat(mutants("'a\\'b'c", 100)).contains("''c", "c");
    assertThat(mutants("'abc", 100)).doesNotContain("''").contains("'");
  }

  @Test
  void brackets_endWithTheirOwn() {
    assertThat(mutants("x((a)(b))y", 100)).contains("xy", "x()y", "x(()(b))y");
  }

  @Test
  void brackets_areClosedThatAreOpen() {
    assertThat(mutants("{[(a)<", 100)).contains("{[(a)<>]}", "{[(a)]}");
    assertThat(mutants("{[", 3)).doesNotContain("{[]}");
  }

  @Test
  void pairs_arePutAroundPartsAndInTheirPlace() {
    Prng random = new Prng(1);
    Set<String> mutants = new HashSet<>();
    for (int i = 0; i < RUNS; i++) {
      StringValue value = new StringValue();
      value.set("k:0");
      if (Fragments.insertPair(value, random, 100)) {
        mutants.add(value.toText());
      }
    }
    assertThat(mutants).contains("k:{}", "k:[0]", "(k):0", "k:0''");
  }

  @Test
  void nothing_getsTooLong() {
    assertThat(mutants("(ab)(cd)", 10)).allMatch(text -> text.length() <= 10);
  }

  @Test
  void textWithoutSpans_staysAsItIs() {
    assertThat(mutants("  \t;;", 100)).isEmpty();
  }
}
