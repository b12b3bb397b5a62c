// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoaderReachTest {

  /** Knows the names that it allows, and asks a class of its own. */
  private static final class Sandbox extends ClassLoader {
    final List<String> asked = new ArrayList<>();
    private final Set<String> allowed;

    Sandbox(String... allowed) {
      super(null);
      this.allowed = Set.of(allowed);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      if (!allowed.contains(name)) {
        throw new ClassNotFoundException(name + " is forbidden in the sandbox");
      }
      return super.loadClass(name, resolve);
    }
  }

  private final LoaderReach reach = new LoaderReach(Set.of("java.lang.String"));

  @Test
  void loaders_ofTheJdkSeeAll() {
    assertThat(reach.includes(null)).isTrue();
    assertThat(reach.includes(ClassLoader.getSystemClassLoader())).isTrue();
    assertThat(reach.includes(ClassLoader.getPlatformClassLoader())).isTrue();
  }

  @Test
  void loader_isAskedOnce() {
    Sandbox open = new Sandbox("java.lang.Object", "java.lang.String");
    Sandbox closed = new Sandbox("java.lang.Object");
    for (int i = 0; i < 2; i++) {
      assertThat(reach.includes(open)).isTrue();
      assertThat(reach.includes(closed)).isFalse();
    }
    assertThat(open.asked).containsExactly("java.lang.String");
    assertThat(closed.asked).containsExactly("java.lang.String");
  }

  @Test
  void loaderThatFails_seesNothing() {
    ClassLoader failing =
        new ClassLoader(null) {
          @Override
          public Class<?> loadClass(String name) {
            throw new IllegalStateException("closed");
          }
        };
    assertThat(reach.includes(failing)).isFalse();
  }
}
