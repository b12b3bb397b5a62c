// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.api.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.provider.MethodSource;

/** None of these ever runs its target. */
class SetUpTest {

  @Nested
  class A {
    @BeforeAll
    static void beforeAll() {
      throw new IllegalStateException("no database: beforeAll");
    }

    @FuzzTest
    void target(String s) {}
  }

  @Nested
  class B {
    @BeforeEach
    void beforeEach() {
      throw new IllegalStateException("no database: beforeEach");
    }

    @FuzzTest
    void target(String s) {}
  }

  @Nested
  class C {
    C() {
      throw new IllegalStateException("no database: constructor");
    }

    @FuzzTest
    void target(String s) {}
  }

  @Nested
  class D {
    @FuzzTest
    @Disabled("not today")
    void target(String s) {}
  }

  @Nested
  class E {
    @BeforeAll
    static void beforeAll() {
      assumeTrue(false, "not on this machine");
    }

    @FuzzTest
    void target(String s) {}
  }

  @Nested
  class F {
    @FuzzTest
    @MethodSource("rows")
    void target(String s) {}

    static Stream<String> rows() {
      throw new IllegalStateException("no rows");
    }
  }

  @Nested
  class G {
    @BeforeAll
    static void beforeAll() {
      System.err.println("giving up");
      System.exit(1);
    }

    @FuzzTest
    void target(String s) {}
  }

  @Nested
  class H {
    @FuzzTest
    void runs(String s) {}
  }
}
