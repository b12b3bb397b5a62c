// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
  @FuzzTest
  @CsvSource({"ci, 7", "sq, 7"})
  void hasAnArea(String kind, int size) {
    Shape.area(Shape.parse(new Shape.Named(kind), size));
  }
}
