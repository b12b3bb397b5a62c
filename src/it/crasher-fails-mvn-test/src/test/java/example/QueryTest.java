// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @FuzzTest
  @ValueSource(strings = {"?name=value", "name"})
  void everyQueryHasAValue(String query) {
    Query.value(query);
  }

  @Test
  void another() {
    Query.value("");
  }
}
