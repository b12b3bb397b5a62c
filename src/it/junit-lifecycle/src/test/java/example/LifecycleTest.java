// SPDX-License-Identifier: Apache-2.0
package example;

import example.Resources.Resource;
import io.github.mavenfuzz.api.FuzzTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Resources.class)
class LifecycleTest {
  private final String name;
  private boolean ready;
  private long executions;

  LifecycleTest(Resource resource) {
    name = resource.name();
    Events.add("constructor with " + name);
  }

  @BeforeAll
  static void beforeAll() {
    boolean enabled = false;
    assert enabled = true;
    Events.add("before all, assertions " + (enabled ? "enabled" : "disabled"));
  }

  @BeforeEach
  void beforeEach(Resource resource) throws Exception {
    Events.add("before each with " + resource.name());
    Events.awaitPair();
    ready = true;
  }

  @AfterEach
  void afterEach() {
    Events.add("after each");
    ready = false;
  }

  @AfterAll
  static void afterAll() {
    Events.add("after all");
  }

  @FuzzTest
  void outer(String text) {
    if (!ready || name == null || text == null) {
      throw new AssertionError("not set up");
    }
    if (executions++ == 0) {
      Events.add("execution");
    }
  }

  @Nested
  class Inner {
    private boolean innerReady;

    Inner() {
      Events.add("inner constructor");
    }

    @BeforeEach
    void beforeEach() {
      Events.add("inner before each");
      innerReady = ready;
    }

    @AfterEach
    void afterEach() {
      Events.add("inner after each");
    }

    @FuzzTest
    void inner(int number) {
      if (!innerReady) {
        throw new AssertionError("not set up");
      }
      if (executions++ == 0) {
        Events.add("inner execution");
      }
    }
  }
}
