// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {

  @FuzzTest
  @ValueSource(strings = "tag")
  void anyTag(String tag) {
    assertFalse(tag.contains("<script"), "unsafe");
  }
}
