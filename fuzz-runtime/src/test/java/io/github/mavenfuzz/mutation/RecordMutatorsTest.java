// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Comparison;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordMutatorsTest {
  private static final int RUNS = 20_000;

  private static Set<String> mutants(String text, String mate, int maxLength) {
    Prng random = new Prng(1);
    Set<String> mutants = new HashSet<>();
    StringValue other = new StringValue();
    other.set(mate);
    StringValue value = new StringValue();
    value.mateWith(other);
    for (int i = 0; i < RUNS; i++) {
      value.set(text);
      if (RecordMutators.mutate(value, random, maxLength)) {
        mutants.add(value.toText());
      } else {
        assertThat(value.toText()).isEqualTo(text);
      }
    }
    return mutants;
  }

  @Test
  void records_areRepeatedRemovedAndSwapped() {
    assertThat(mutants("a=1;b=2;c=3", "", 100))
        .contains("a=1;b=2;b=2;c=3", "a=1;b=2;c=3;c=3", "a=1;c=3", "a=1;b=2", "a=1;c=3;b=2");
    assertThat(mutants("GET /\nHost: x\n\n", "", 100)).contains("GET /\nHost: x\nHost: x\n\n");
  }

  @Test
  void record_endsWhereABracketDoes() {
    assertThat(mutants("[{a,(b,c)},d]", "", 100))
        .contains("[{a},d]", "[{a,(b,c),(b,c)},d]", "[{a,(b)},d]");
  }

  @Test
  void content_isRepeatedBehindASeparator() {
    assertThat(mutants("{\"k\":true}", "", 100)).contains("{\"k\":true,\"k\":true}");
    assertThat(mutants("f(x)", "", 100)).contains("f(x,x)", "f(x;x)");
    assertThat(mutants("()", "", 100)).doesNotContain("(,)");
  }

  @Test
  void items_areAppended() {
    assertThat(mutants("HELLO 000", "", 100))
        .contains("HELLO 000 1", "HELLO 000 HELLO", "HELLO 000 000", "HELLO -1 000");
  }

  @Test
  void items_mayBeWhatIsKnownOfTheTarget() {
    Prng random = new Prng(1);
    StringValue value = new StringValue();
    Set<String> mutants = new HashSet<>();
    for (int i = 0; i < RUNS; i++) {
      value.set("a b");
      value.learn(List.of(new Comparison.Mention("COMMIT")));
      if (RecordMutators.mutate(value, random, 100)) {
        mutants.add(value.toText());
      }
    }
    assertThat(mutants).contains("a b COMMIT", "a COMMIT b");
  }

  @Test
  void mate_givesRecordsOfTheSameKind() {
    assertThat(mutants("a,b,c", "1,22,333", 100)).contains("a,22,c", "a,22,b,c", "a,b,333");
    assertThat(mutants("k=1&s=2", "c=0", 100)).contains("k=1&c=0&s=2", "k=1&c=0");
    assertThat(mutants("a,b,c", "1,22,333", 100)).contains("a,1,b,c");
  }

  @Test
  void nothing_getsTooLong() {
    assertThat(mutants("a,bb,[ccc]", "x,yyyyyyyy,z", 12)).allMatch(text -> text.length() <= 12);
  }

  @Test
  void nothing_comesOfNothing() {
    assertThat(mutants("", "a,b", 100)).isEmpty();
  }
}
