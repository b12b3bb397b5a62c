// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

class ReactorTest {
  private final ConcurrentMap<String, Object> state = new ConcurrentHashMap<>();

  @Test
  void finish_tellsTheLastModuleIfNoneMatched() {
    assertThat(reactor("run#cli", 3).finish("a", false, List.of("A#x()"))).isNull();
    assertThat(reactor("run#cli", 3).finish("b", false, List.of())).isNull();
    assertThat(reactor("run#cli", 3).finish("c", false, List.of("C#x()")))
        .containsExactly("A#x()", "C#x()");
  }

  @Test
  void finish_isSilentIfAnyMatched() {
    assertThat(reactor("run#cli", 2).finish("a", true, List.of())).isNull();
    assertThat(reactor("run#cli", 2).finish("b", false, List.of())).isNull();
  }

  @Test
  void finish_keepsExecutionsApart() {
    assertThat(reactor("run#cli", 2).finish("a", true, List.of())).isNull();
    assertThat(reactor("verify#fuzz", 1).finish("a", false, List.of())).isEmpty();
  }

  @Test
  void claimUnlimited_isGrantedOnce() {
    assertThat(reactor("run#cli", 2).claimUnlimited("a")).isNull();
    assertThat(reactor("run#cli", 2).claimUnlimited("b")).isEqualTo("a");
  }

  private Reactor reactor(String key, int modules) {
    return new Reactor(state, key, modules);
  }
}
