// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fixtures.Throwing;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.protocol.Failure.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class FailuresTest {
  private static final StackTraceElement FRAME =
      new StackTraceElement("a.Parser", "parse", "Parser.java", 1);

  @Test
  void identity_ignoresMessages() {
    assertThat(StackIdentity.of(Throwing.withMessage("one")))
        .isEqualTo(StackIdentity.of(Throwing.withMessage("two")))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void identity_isOfPlaceAndType() {
    assertThat(StackIdentity.of(Throwing.withMessage("one")))
        .isNotEqualTo(StackIdentity.of(Throwing.elsewhere("one")));
    assertThat(StackIdentity.of(Throwing.ofType(true)))
        .isNotEqualTo(StackIdentity.of(Throwing.ofType(false)));
  }

  @Test
  void identity_isTheRootCauses() {
    RuntimeException root = Throwing.withMessage("root");
    String identity = StackIdentity.of(root);
    assertThat(StackIdentity.of(new IllegalArgumentException("wrapped", root))).isEqualTo(identity);
    assertThat(StackIdentity.of(new RuntimeException(new Error(root)))).isEqualTo(identity);
  }

  @Test
  void identity_collapsesRecursion() {
    assertThat(StackIdentity.of(Throwing.afterRecursion(3)))
        .isEqualTo(StackIdentity.of(Throwing.afterRecursion(300)));
  }

  @Test
  void identity_ofStackOverflowIsTheRecursion() {
    String identity = StackIdentity.of(catchThrowable(() -> Throwing.overflow(0)));
    assertThat(StackIdentity.of(catchThrowable(() -> Throwing.overflowFromElsewhere(0))))
        .isEqualTo(identity);
    for (int i = 0; i < 5; i++) {
      assertThat(StackIdentity.of(catchThrowable(() -> Throwing.overflow(0)))).isEqualTo(identity);
    }
    assertThat(StackIdentity.of(catchThrowable(() -> Throwing.otherOverflow(0))))
        .isNotEqualTo(identity);
  }

  @Test
  void identity_ofCircularCausesIsFound() {
    RuntimeException one = Throwing.withMessage("one");
    one.initCause(new IllegalArgumentException(one));
    assertThat(StackIdentity.of(one)).isEqualTo(StackIdentity.of(one));
    assertThat(Failures.of(one).trace()).contains("CIRCULAR REFERENCE");
  }

  @Test
  void identity_ignoresFramesOfOursAndBelow() {
    RuntimeException[] thrown = new RuntimeException[2];
    Throwing.call(() -> thrown[0] = Throwing.withMessage("a"));
    thrown[1] = thrownHere(thrown);
    assertThat(StackIdentity.of(thrown[0])).isEqualTo(StackIdentity.of(thrown[1]));
  }

  private static RuntimeException thrownHere(RuntimeException[] unused) {
    return Throwing.withMessage(unused.length + " exceptions");
  }

  @Test
  void identity_ignoresTheNumbersOfGeneratedClasses() {
    assertThat(identityWithFrame("com.acme.Service$$EnhancerByCGLIB$$1a2b"))
        .isEqualTo(identityWithFrame("com.acme.Service$$EnhancerByCGLIB$$3c4d"))
        .isNotEqualTo(identityWithFrame("com.acme.Other$$EnhancerByCGLIB$$3c4d"));
  }

  @Test
  void identity_ignoresTheJdkAndJUnit() {
    assertThat(identityWithFrame("java.util.ArrayList"))
        .isEqualTo(identityWithFrame("jdk.internal.reflect.GeneratedMethodAccessor7"))
        .isEqualTo(identityWithFrame("org.junit.jupiter.api.AssertTrue"))
        .isNotEqualTo(identityWithFrame("javafx.Node"));
  }

  private static String identityWithFrame(String className) {
    RuntimeException thrown = new IllegalStateException();
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(className, "run", "X.java", 7),
          new StackTraceElement("com.acme.Target", "fuzz", "Target.java", 3)
        });
    return StackIdentity.of(thrown);
  }

  @Test
  void identity_withoutAnyFrameIsTheTypes() {
    RuntimeException bare = new IllegalStateException();
    bare.setStackTrace(new StackTraceElement[0]);
    assertThat(StackIdentity.of(bare)).matches("[0-9a-f]{16}");
  }

  private static StackTraceElement[] stack(String... methods) {
    StackTraceElement[] frames = new StackTraceElement[methods.length + 2];
    for (int i = 0; i < methods.length; i++) {
      String[] method = methods[i].split(":", 2);
      int line = Integer.parseInt(method[1]);
      frames[i] = new StackTraceElement("a.Parser", method[0], "Parser.java", line);
    }
    frames[methods.length] = new StackTraceElement("a.Target", "fuzz", "Target.java", 1);
    frames[methods.length + 1] =
        new StackTraceElement("io.github.mavenfuzz.worker.FuzzLoop", "run", "FuzzLoop.java", 5);
    return frames;
  }

  /** Wherever it is looked at. */
  @Test
  void hang_isTheMethodThatTheThreadDoesNotLeave() {
    String identity =
        StackIdentity.ofHang(List.of(stack("loop:2", "parse:1"), stack("loop:3", "parse:1")));
    assertThat(
            StackIdentity.ofHang(
                List.of(
                    stack("inner:9", "next:8", "loop:4", "parse:1"),
                    stack("loop:2", "parse:1"),
                    stack("other:7", "loop:5", "parse:1"))))
        .isEqualTo(identity);
    assertThat(
            StackIdentity.ofHang(List.of(stack("skip:2", "parse:6"), stack("skip:3", "parse:6"))))
        .isNotEqualTo(identity);
    assertThat(StackIdentity.ofHang(List.of())).matches("[0-9a-f]{16}");
    assertThat(StackIdentity.ofHang(List.<StackTraceElement[]>of(stack()))).matches("[0-9a-f]{16}");
  }

  private static String identity(Throwable thrown, String... methods) {
    thrown.setStackTrace(stack(methods));
    return StackIdentity.of(thrown);
  }

  @Test
  void identity_doesNotDependOnHowTheInputIsNested() {
    String array = identity(new IllegalStateException(), "array:10", "value:2", "parse:1");
    assertThat(
            identity(
                new IllegalStateException(),
                "array:10",
                "array:20",
                "array:20",
                "value:2",
                "parse:1"))
        .isEqualTo(array);
    assertThat(
            identity(
                new IllegalStateException(),
                "array:10",
                "value:2",
                "object:30",
                "value:3",
                "array:20",
                "value:2",
                "parse:1"))
        .isEqualTo(array);
    assertThat(identity(new IllegalStateException(), "array:11", "value:2", "parse:1"))
        .as("another line")
        .isNotEqualTo(array);
    assertThat(identity(new IllegalStateException(), "array:10", "other:2", "parse:1"))
        .as("another way")
        .isNotEqualTo(array);
  }

  @Test
  void outOfMemory_isTheWayToWhereItIsTaken() {
    String identity =
        identity(new OutOfMemoryError("heap"), "grow:9", "add:8", "read:2", "parse:1");
    assertThat(identity(new OutOfMemoryError("array"), "copy:7", "read:3", "parse:1"))
        .isEqualTo(identity);
    assertThat(identity(new OutOfMemoryError("heap"), "grow:9", "add:8", "skip:2", "parse:1"))
        .isNotEqualTo(identity);
  }

  @Test
  void trace_ofARecursionIsShort() {
    for (Throwable thrown : List.of(new StackOverflowError(), new IllegalStateException())) {
      StackTraceElement[] frames = new StackTraceElement[1_000];
      Arrays.fill(frames, new StackTraceElement("a.Parser", "value", "Parser.java", 1));
      thrown.setStackTrace(frames);
      String trace = Failures.of(thrown).trace();
      boolean overflow = thrown instanceof StackOverflowError;
      assertThat(trace.lines()).hasSize(overflow ? 31 : 101);
      assertThat(trace).endsWith("\t... " + (overflow ? 971 : 901) + " more lines\n");
    }
  }

  @Test
  void kind_isToldFromTheRootCause() {
    assertThat(Failures.of(new IllegalStateException()).kind()).isEqualTo(Kind.EXCEPTION);
    assertThat(Failures.of(new AssertionError()).kind()).isEqualTo(Kind.ASSERTION);
    assertThat(Failures.of(new AssertionFailedError("a")).kind()).isEqualTo(Kind.ASSERTION);
    assertThat(Failures.of(new StackOverflowError()).kind()).isEqualTo(Kind.STACK_OVERFLOW);
    assertThat(Failures.of(new RuntimeException(new OutOfMemoryError())).kind())
        .isEqualTo(Kind.OUT_OF_MEMORY);
  }

  private static Failure outOfMemory(String message, StackTraceElement... frames) {
    OutOfMemoryError error = new OutOfMemoryError(message);
    error.setStackTrace(frames);
    return Failures.of(error);
  }

  @Test
  void outOfMemory_withoutAStackIsNowhere() {
    assertThat(outOfMemory("Java heap space").identity()).isEqualTo(Failure.NOWHERE);
    assertThat(outOfMemory("Java heap space").certain()).isFalse();
  }

  @Test
  void certain_isWhatNothingBeforeItCanHaveCaused() {
    assertThat(Failures.of(new IllegalStateException()).certain()).isTrue();
    assertThat(outOfMemory("Java heap space", FRAME).certain())
        .as("the heap is free again")
        .isTrue();
    for (String elsewhere : List.of("Metaspace", "unable to create native thread")) {
      assertThat(outOfMemory(elsewhere, FRAME).certain()).as(elsewhere).isFalse();
    }
    assertThat(Failures.of(new RuntimeException(new NoClassDefFoundError("a"))).certain())
        .isFalse();
    assertThat(Failures.of(new ExceptionInInitializerError("a")).certain()).isFalse();
  }

  @Test
  void assumptions_areNoFailures() {
    assertThat(Failures.isFailure(new TestAbortedException())).isFalse();
    assertThat(Failures.isFailure(new TestAbortedException() {})).isFalse();
    assertThat(Failures.isFailure(catchThrowable(() -> Assumptions.assumeTrue(false)))).isFalse();
    assertThat(Failures.isFailure(new RuntimeException(new TestAbortedException()))).isTrue();
  }

  @Test
  void trace_endsAtTheTarget() {
    RuntimeException thrown = Throwing.withMessage("outer\n\tat my.message");
    thrown.initCause(Throwing.elsewhere("inner"));
    thrown.addSuppressed(Throwing.elsewhere("suppressed"));
    String trace = Failures.of(thrown).trace();
    assertThat(trace)
        .startsWith("java.lang.IllegalStateException: outer\n\tat my.message\n")
        .contains("\tat fixtures.Throwing.withMessage(Throwing.java:")
        .contains("Caused by: java.lang.IllegalStateException: inner\n")
        .contains("\tSuppressed: java.lang.IllegalStateException: suppressed\n")
        .doesNotContain("io.github.mavenfuzz", "org.junit");
  }

  /** As the JVM fills in the stack of an OutOfMemoryError, hidden frames and all. */
  @Test
  void trace_leavesOutHowTheTargetWasInvoked() {
    StackTraceElement[] frames = {
      new StackTraceElement("java.lang.invoke.MethodHandle", "invokeWithArguments", "M.java", 1),
      new StackTraceElement("a.Target", "fuzz", "Target.java", 2),
      new StackTraceElement("java.lang.invoke.LambdaForm$DMH/0x1f", "invokeStatic", "L", -1),
      new StackTraceElement("java.lang.invoke.LambdaForm$MH/0x2f", "invoke", "L", -1),
      new StackTraceElement(
          "app", null, null, "io.github.mavenfuzz.worker.ConstantInvoker/0x3f", "invoke", "C", 28),
      new StackTraceElement("java.lang.invoke.LambdaForm$MH/0x4f", "below", "L", -1)
    };
    RuntimeException thrown = new IllegalStateException("outer");
    thrown.setStackTrace(frames);
    RuntimeException suppressed = new IllegalStateException("inner");
    // Frames in common would not be printed again.
    suppressed.setStackTrace(Arrays.copyOf(frames, frames.length - 1));
    thrown.addSuppressed(suppressed);
    assertThat(Failures.of(thrown).trace())
        .isEqualTo(
            """
            java.lang.IllegalStateException: outer
            \tat java.lang.invoke.MethodHandle.invokeWithArguments(M.java:1)
            \tat a.Target.fuzz(Target.java:2)
            \tSuppressed: java.lang.IllegalStateException: inner
            \t\tat java.lang.invoke.MethodHandle.invokeWithArguments(M.java:1)
            \t\tat a.Target.fuzz(Target.java:2)
            """);
  }

  @Test
  void longTexts_areCut() {
    Failure failure = Failures.of(new IllegalStateException("x".repeat(1 << 20)));
    assertThat(failure.summary()).hasSize((1 << 16) + 3).endsWith("...");
    assertThat(failure.trace()).hasSize((1 << 16) + 3).endsWith("...");
    assertThat(Failures.of(new IllegalStateException("x\n".repeat(10_000))).trace().lines())
        .hasSizeLessThanOrEqualTo(300);
  }

  @Test
  void exceptionThatFailsItself_isDescribed() {
    Failure failure = Failures.of(new Throwing.HostileException());
    assertThat(failure.kind()).isEqualTo(Kind.EXCEPTION);
    assertThat(failure.identity()).matches("[0-9a-f]{16}");
    assertThat(failure.summary()).startsWith("fixtures.Throwing$HostileException (");
    assertThat(failure.trace()).startsWith("fixtures.Throwing$HostileException (");
  }

  @Test
  void timeout_showsTheTargetAndOtherThreads() {
    Thread target = new Thread("main");
    Thread other = new Thread("pool-1");
    Thread daemon = new Thread("daemon");
    daemon.setDaemon(true);
    StackTraceElement[] frames = {
      new StackTraceElement("a.Target", "fuzz", "Target.java", 1),
      new StackTraceElement("io.github.mavenfuzz.worker.FuzzLoop", "run", "FuzzLoop.java", 5),
      new StackTraceElement("a.Below", "run", "Below.java", 1)
    };
    StackTraceElement[] others = {new StackTraceElement("a.Worker", "take", "Worker.java", 1)};
    Map<Thread, StackTraceElement[]> stacks = new LinkedHashMap<>();
    stacks.put(new Thread(WorkerMain.READER), others);
    stacks.put(other, others);
    stacks.put(target, frames);
    stacks.put(daemon, others);
    Watchdog.Patience patience =
        new Watchdog.Patience("an execution", "fuzz.timeout", Duration.ofMillis(1_500));
    Failure failure =
        Failures.timeout(
            patience, new Standstill(target, stacks, List.<StackTraceElement[]>of(frames)));
    assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(failure.summary()).isEqualTo("an execution took longer than 1500 ms (fuzz.timeout)");
    assertThat(failure.trace())
        .isEqualTo(
            """
            an execution took longer than 1500 ms (fuzz.timeout)
            "main" NEW
            \tat a.Target.fuzz(Target.java:1)
            "pool-1" NEW
            \tat a.Worker.take(Worker.java:1)
            "daemon" NEW
            \tat a.Worker.take(Worker.java:1)
            """);
    assertThat(Failures.timeout(patience, new Standstill(target, Map.of(), List.of())).trace())
        .contains("\"main\"");
  }
}
