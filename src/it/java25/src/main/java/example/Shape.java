// SPDX-License-Identifier: Apache-2.0
package example;

import module java.base;

/** Uses what Java has got since 17. */
sealed interface Shape {
  record Square(int side) implements Shape {}

  record Circle(int radius) implements Shape {}

  final class Named {
    final String name;

    Named(String name) {
      Objects.requireNonNull(name);
      this.name = name;
      super();
    }
  }

  static Shape parse(Named kind, int size) {
    if (kind.name.startsWith("s")) {
      return kind.name.equals("sq") ? new Square(size) : new Circle(1);
    }
    return new Circle(size);
  }

  static int area(Shape shape) {
    return switch (shape) {
      case Square(var side) when side == 0 ->
          throw new IllegalArgumentException(
              "a flat square on Java " + Runtime.version().feature());
      case Square(var side) -> side * side;
      case Circle(var _) -> 3;
    };
  }
}
