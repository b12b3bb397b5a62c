// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private final Placeholders placeholders =
      new Placeholders(Map.of("a", "1", "b.c:d", "$2\\", "e", "@{a}x")::get);

  @Test
  void expand_replacesBothForms() {
    assertThat(placeholders.expand("@{a} ${b.c:d} {a} $a")).isEqualTo("1 $2\\ {a} $a");
  }

  @Test
  void expand_dropsWhatIsUndefined() {
    assertThat(placeholders.expand("@{argLine} -ea${nothing}")).isEqualTo(" -ea");
  }

  @Test
  void value_isExpandedItself() {
    assertThat(placeholders.value("e")).isEqualTo("1x");
    assertThat(placeholders.value("f")).isNull();
  }
}
