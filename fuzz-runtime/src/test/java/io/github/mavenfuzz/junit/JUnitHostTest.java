// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mavenfuzz.api.FuzzTest;
import io.github.mavenfuzz.targets.TargetId;
import io.github.mavenfuzz.worker.FuzzTarget;
import io.github.mavenfuzz.worker.FuzzThreads;
import io.github.mavenfuzz.worker.Session;
import io.github.mavenfuzz.worker.TargetHost;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitHostTest {

  /** Executes the target once per list of arguments; keeps what was thrown. */
  private static final class RecordingSession implements Session {
    private final List<Object> arguments;
    private final List<FuzzTarget> served = new ArrayList<>();
    private final List<Throwable> thrown = new ArrayList<>();

    RecordingSession(Object... arguments) {
      this.arguments = Arrays.asList(arguments);
    }

    @Override
    public void serve(FuzzTarget target) {
      served.add(target);
      try {
        target.handle().invokeWithArguments(arguments);
      } catch (Throwable e) {
        thrown.add(e);
      }
    }
  }

  /** Its exceptions tell what ran before them. */
  static class Lifecycle {
    final List<String> log = new ArrayList<>();

    @BeforeEach
    void setUp(TestInfo info) {
      log.add("before " + info.getDisplayName());
    }

    @FuzzTest
    @Timeout(value = 1, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void takes(byte... bytes) {
      throw new IllegalStateException(Thread.currentThread().getName() + " " + bytes.length);
    }

    @FuzzTest
    @NullSource
    @ValueSource(strings = {"1", "many"})
    void boxed(Integer i) {
      log.add("ran " + i);
    }

    @AfterEach
    void tearDown() {
      log.add("after");
      if (log.contains("ran 7")) {
        throw new IllegalStateException(log.toString());
      }
    }

    @Nested
    class Inner {
      @FuzzTest
      void takes(byte[] bytes, String s) {
        throw new IllegalStateException(log + " " + bytes.length + s);
      }
    }
  }

  static class FailingBeforeAll {
    @BeforeAll
    static void fails() {
      throw new IllegalStateException("no database");
    }

    @FuzzTest
    void takes(int i) {}
  }

  static class FailingAfterAll {
    @AfterAll
    static void fails() {
      throw new IllegalStateException("still open");
    }

    @FuzzTest
    void takes(int i) {}
  }

  static class FailingConstructor {
    FailingConstructor() {
      throw new IllegalStateException("no instance");
    }

    @FuzzTest
    void takes(int i) {}
  }

  static class FailingInitializer {
    static final int VALUE = Integer.parseInt("x");

    @FuzzTest
    void takes(int i) {}
  }

  static class Aborted {
    @BeforeAll
    static void aborts() {
      Assumptions.abort("only on Tuesdays");
    }

    @FuzzTest
    void takes(int i) {}
  }

  @Disabled("too slow")
  static class DisabledClass {
    @FuzzTest
    void takes(int i) {}
  }

  static class Methods {
    @FuzzTest
    @Disabled("not today")
    void disabled(int i) {}

    void isNoTest(int i) {}

    @FuzzTest
    void unsupported(List<String> strings) {}
  }

  static class Returning {
    @FuzzTest
    int returns(int i) {
      return i;
    }
  }

  static class StaticMethod {
    @FuzzTest
    static void isStatic(int i) {}
  }

  abstract static class Base {
    @FuzzTest
    void inherited(long l) {}
  }

  static class Derived extends Base {}

  @Test
  void serviceLoader_findsTheHostOfFuzzTests() {
    assertThat(ServiceLoader.load(TargetHost.class))
        .filteredOn(host -> host.hosts(TargetId.Kind.FUZZ_TEST))
        .hasOnlyElementsOfType(JUnitHost.class)
        .hasSize(1);
  }

  @Test
  void campaign_isSurroundedBySetUpAndTearDown() throws Throwable {
    RecordingSession session = new RecordingSession(7);
    assertThatIllegalStateException()
        .isThrownBy(() -> host(session, Lifecycle.class, "boxed", Integer.class))
        .withMessage("[before fuzz, ran 7, after]");
    FuzzTarget target = session.served.get(0);
    assertThat(session.served).hasSize(1);
    assertThat(target.handle().type()).isEqualTo(MethodType.methodType(void.class, int.class));
    assertThat(target.signature()).hasToString("int");
  }

  @Test
  void seeds_thatCannotBeUsedAreLeftOutWithNotices() throws Throwable {
    RecordingSession session = new RecordingSession(1);
    host(session, Lifecycle.class, "boxed", Integer.class);
    FuzzTarget target = session.served.get(0);
    assertThat(session.thrown).isEmpty();
    assertThat(target.seeds()).containsExactly(List.of(1));
    assertThat(target.notices())
        .containsExactly(
            "seed#0: parameter 1 of JUnitHostTest$Lifecycle#boxed is null,"
                + " which fuzzing never passes; left out",
            "seed#2: parameter 1 of JUnitHostTest$Lifecycle#boxed is a int,"
                + " which cannot be \"many\" (java.lang.String); left out");
  }

  @Test
  void timeoutsOfJUnit_areSwitchedOff() throws Throwable {
    RecordingSession session = new RecordingSession((Object) new byte[3]);
    host(session, Lifecycle.class, "takes", byte[].class);
    assertThat(session.thrown).singleElement().asString().endsWith(": main 3");
  }

  @Test
  void nestedClass_isHosted() throws Throwable {
    RecordingSession session = new RecordingSession(new byte[2], "x");
    host(session, Lifecycle.Inner.class, "takes", byte[].class, String.class);
    assertThat(session.thrown).singleElement().asString().contains("[before fuzz] 2x");
  }

  @Test
  void inheritedMethod_isHosted() throws Throwable {
    RecordingSession session = new RecordingSession(1L);
    host(session, Derived.class, "inherited", long.class);
    assertThat(session.served).hasSize(1);
  }

  @Test
  void failures_areThrownAsTheyAre() {
    RecordingSession session = new RecordingSession(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> host(session, FailingBeforeAll.class, "takes", int.class))
        .withMessage("no database");
    assertThatIllegalStateException()
        .isThrownBy(() -> host(session, FailingConstructor.class, "takes", int.class))
        .withMessage("no instance");
    assertThatExceptionOfType(ExceptionInInitializerError.class)
        .isThrownBy(() -> host(session, FailingInitializer.class, "takes", int.class));
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> host(session, new TargetId(TargetId.Kind.FUZZ_TEST, "x.Y", "z", "(I)V")));
    assertThat(session.served).isEmpty();
  }

  @Test
  void failureOfTearDown_comesAfterServing() {
    RecordingSession session = new RecordingSession(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> host(session, FailingAfterAll.class, "takes", int.class))
        .withMessage("still open");
    assertThat(session.served).hasSize(1);
  }

  @Test
  void obstacles_areNamed() {
    assertNotRun(DisabledClass.class, "takes", "DisabledClass: too slow");
    assertNotRun(Methods.class, "disabled", "disabled(int): not today");
    assertNotRun(Aborted.class, "takes", "only on Tuesdays");
  }

  @Test
  void whatIsNoFuzzTest_isExplained() {
    assertNotRun(Methods.class, "isNoTest", "finds no such test");
    assertNotRun(StaticMethod.class, "isStatic", "must not be static");
    assertNotRun(Methods.class, "missing", "has no method missing(I)V");
    assertNotRun(Base.class, "inherited", "is abstract");
    TargetId returns =
        new TargetId(TargetId.Kind.FUZZ_TEST, Returning.class.getName(), "returns", "(I)I");
    assertThatExceptionOfType(TargetNotRunException.class)
        .isThrownBy(() -> host(new RecordingSession(), returns))
        .withMessageContaining("must return void, not int");
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> host(new RecordingSession(), Methods.class, "unsupported", List.class))
        .withMessageContaining("unsupported parameter type java.util.List");
  }

  @Test
  void otherThreads_areRefused() {
    TargetId target = id(Derived.class, "inherited", long.class);
    assertThatIllegalStateException()
        .isThrownBy(() -> new JUnitHost().host(target, new RecordingSession()))
        .withMessageStartingWith("not the session's thread");
  }

  private static void assertNotRun(Class<?> testClass, String method, String reason) {
    RecordingSession session = new RecordingSession();
    assertThatExceptionOfType(TargetNotRunException.class)
        .isThrownBy(() -> host(session, testClass, method, int.class))
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e).hasToString(e.getMessage()).hasNoSuppressedExceptions())
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    assertThat(session.served).isEmpty();
  }

  private static void host(
      Session session, Class<?> testClass, String method, Class<?>... parameterTypes)
      throws Throwable {
    host(session, id(testClass, method, parameterTypes));
  }

  private static void host(Session session, TargetId target) throws Throwable {
    FuzzThreads.run(session, () -> new JUnitHost().host(target, session));
  }

  private static TargetId id(Class<?> testClass, String method, Class<?>... parameterTypes) {
    String descriptor =
        MethodType.methodType(void.class, parameterTypes).toMethodDescriptorString();
    return new TargetId(TargetId.Kind.FUZZ_TEST, testClass.getName(), method, descriptor);
  }
}
