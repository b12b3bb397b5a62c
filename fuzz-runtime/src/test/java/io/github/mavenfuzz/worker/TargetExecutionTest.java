// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.interception.TargetThreads;
import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.protocol.Content;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TargetExecutionTest extends InProcessTarget {

  @Test
  void execution_isPublishedBeforeItBegins() {
    List<String> published = new ArrayList<>();
    body =
        text -> {
          published.add(inMemory() + " " + memory.executions());
          throw new IllegalStateException("a");
        };
    execution.set(content("one"));
    assertThat(execution.run()).isInstanceOf(IllegalStateException.class);
    execution.set(content(""));
    execution.run();
    assertThat(published).containsExactly("one 1", " 2");
    assertThat(memory.inputSize()).isEqualTo(Integer.BYTES);
    assertThat(execution.count()).isEqualTo(2);
  }

  @Test
  void execution_ofAnInputThatDoesNotFitIsRunAllTheSame() {
    execution.set(content("x".repeat(1 << 17)));
    assertThat(execution.run()).isNull();
    assertThat(executed).singleElement().asString().hasSize(1 << 17);
    assertThat(memory.inputSize()).isZero();
  }

  @Test
  void execution_countsOnWhereAnotherTargetEnded() {
    memory.setExecutions(41);
    FuzzTarget target =
        new FuzzTarget(
            SIGNATURE,
            MethodHandles.empty(MethodType.methodType(void.class, byte[].class)),
            List.of(),
            List.of(),
            List.of());
    TargetExecution second = new TargetExecution(target, memory, strays, new TargetThreads());
    second.run();
    assertThat(memory.executions()).isEqualTo(42);
  }

  @Test
  void malformedEntry_isTheCallersFault() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> execution.set(new Content("maven fuzz v1\n?".getBytes(StandardCharsets.UTF_8))));
  }

  private String inMemory() {
    Input input = Input.of(SIGNATURE);
    input.readFrom(memory.buffer(), memory.inputOffset());
    return new String((byte[]) input.get().get(0), StandardCharsets.ISO_8859_1);
  }
}
