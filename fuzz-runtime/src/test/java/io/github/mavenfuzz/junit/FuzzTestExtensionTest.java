// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzTestExtensionTest {
  @TempDir Path corpus;

  static class Strings extends PublishesArguments {
    @FuzzTest
    @ValueSource(strings = {"a", "b"})
    void takes(String s) {
      publish(s);
    }
  }

  static class Unseeded extends PublishesArguments {
    @FuzzTest
    void takes(String s, byte[] bytes, int i, Double d) {
      publish(s);
      publish(bytes);
      publish(i);
      publish(d);
    }
  }

  static class Failing {
    @FuzzTest
    @ValueSource(strings = {"good", "bad", "odd"})
    void fails(String s) {
      assumeTrue(!s.equals("odd"));
      if (s.equals("bad")) {
        throw new IllegalStateException("oops");
      }
    }

    @Nested
    class Inner {
      @FuzzTest
      void fails(int i) {
        throw new IllegalStateException("oops");
      }
    }
  }

  static class Unsupported {
    @FuzzTest
    void takes(Thread t) {}

    @FuzzTest
    void takesNothing() {}
  }

  static class Overloaded {
    @FuzzTest
    void takes(int i) {}

    @FuzzTest
    void takes(String s) {}

    @FuzzTest
    void other(int i) {}

    void other(String s) {}
  }

  static class Hanging extends PublishesArguments {
    @FuzzTest
    @ValueSource(ints = 0)
    void sleeps(int i) throws InterruptedException {
      if (i == 1) {
        Thread.sleep(Long.MAX_VALUE);
      } else if (i == 2) {
        try {
          Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      publish(i);
    }
  }

  abstract static class Generic<T> {
    @FuzzTest
    void takes(T value) {}
  }

  static class Overriding extends Generic<String> {
    @Override
    @FuzzTest
    void takes(String value) {}
  }

  @FuzzTest
  @ValueSource(strings = "x")
  @Retention(RetentionPolicy.RUNTIME)
  @interface SeededFuzzTest {}

  @ExtendWith(FuzzTestExtension.class)
  static class Composed extends PublishesArguments {
    @SeededFuzzTest
    void takes(String s) {
      publish(s);
    }

    @RepeatedTest(1)
    void isNoFuzzTest() {}
  }

  /** An input that hung a worker once is not to hang every build. */
  @Test
  void file_thatTakesTooLongFailsAndLeavesTheOthersAlone() throws IOException {
    Path directory = seedDirectory(Hanging.class, "sleeps");
    for (int i = 1; i < 4; i++) {
      Files.writeString(directory.resolve("f" + i), "maven fuzz v1\nint(%s)\n".formatted(i));
    }
    CaseOutcomes outcomes = CaseOutcomes.within(Hanging.class, corpus, "200ms");
    assertThat(outcomes.lines())
        .containsExactly(
            "seed#0: {v=<0> Integer}",
            "seed#0 SUCCESSFUL",
            "f1 FAILED",
            "f2: {v=<2> Integer}",
            "f2 FAILED",
            "f3: {v=<3> Integer}",
            "f3 SUCCESSFUL");
    Throwable failure = outcomes.failures().get("f1");
    assertThat(failure)
        .hasMessageEndingWith("Hanging#sleeps on f1 took longer than 200ms (fuzz.timeout)")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(failure.getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .contains("sleep", "sleeps");
    assertThat(failure.getSuppressed()[0]).hasMessageContaining("-Dfuzz.input=f1");
    assertThat(outcomes.failures().get("f2")).hasMessageContaining("longer than 200ms");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void timeLimit_thatIsNoneIsAnError() throws IOException {
    assertThat(CaseOutcomes.within(Hanging.class, corpus, "soon").failures().values())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure).hasMessageContaining("fuzz.timeout (soon) must be a duration"));
  }

  @Test
  void cases_areRowsThenFiles() throws IOException {
    Path directory = seedDirectory(Strings.class, "takes");
    Files.writeString(directory.resolve("beef"), "maven fuzz v1\nString(\"file\")\n");
    Files.writeString(directory.resolve("README.md"), "foreign");
    assertThat(CaseOutcomes.of(Strings.class, corpus).lines())
        .containsExactly(
            "seed#0: {v=<a> String}",
            "seed#0 SUCCESSFUL",
            "seed#1: {v=<b> String}",
            "seed#1 SUCCESSFUL",
            "beef: {v=<file> String}",
            "beef SUCCESSFUL");
  }

  @Test
  void cases_areZeroValuesWithoutSeeds() {
    assertThat(CaseOutcomes.of(Unseeded.class, corpus).lines())
        .containsExactly(
            "zero values: {v=<> String}",
            "zero values: {v=<[]> byte[]}",
            "zero values: {v=<0> Integer}",
            "zero values: {v=<0.0> Double}",
            "zero values SUCCESSFUL");
  }

  @Test
  void malformedFile_failsAloneWithPlaceAndReason() throws IOException {
    Path file = seedDirectory(Strings.class, "takes").resolve("broken");
    Files.writeString(file, "maven fuzz v1\nint(1)\n");
    CaseOutcomes outcomes = CaseOutcomes.of(Strings.class, corpus);
    assertThat(outcomes.lines()).contains("seed#1 SUCCESSFUL", "broken FAILED");
    assertThat(outcomes.failures().get("broken"))
        .isInstanceOf(UnusableSeedException.class)
        .hasMessageStartingWith(file + ":2: ")
        .hasMessageEndingWith("(an input of FuzzTestExtensionTest$Strings#takes takes: String)");
  }

  @Test
  void failure_isTheTestsOwnWithANote() {
    CaseOutcomes outcomes = CaseOutcomes.of(Failing.class, corpus);
    assertThat(outcomes.lines())
        .containsExactly(
            "seed#0 SUCCESSFUL", "seed#1 FAILED", "seed#2 ABORTED", "zero values FAILED");
    Throwable failure = outcomes.failures().get("seed#1");
    assertThat(failure).isExactlyInstanceOf(IllegalStateException.class).hasMessage("oops");
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(failure.getSuppressed()[0])
        .hasMessage(
            "seed#1; to re-run in fuzz-runtime:"
                + " mvn test '-Dtest=FuzzTestExtensionTest$Failing#fails' -Dfuzz.input=seed#1");
    assertThat(outcomes.failures().get("seed#2").getSuppressed()).isEmpty();
    assertThat(outcomes.failures().get("zero values").getSuppressed()[0])
        .hasMessage(
            "zero values; to re-run in fuzz-runtime:"
                + " mvn test '-Dtest=FuzzTestExtensionTest$Failing$Inner#fails'");
  }

  @Test
  void unsupportedParameters_areAClearError() {
    CaseOutcomes outcomes = CaseOutcomes.of(Unsupported.class, corpus);
    assertThat(outcomes.failures().values())
        .hasSize(2)
        .allSatisfy(e -> assertThat(e).isInstanceOf(ExtensionConfigurationException.class))
        .anySatisfy(
            e ->
                assertThat(e)
                    .hasMessageStartingWith("@FuzzTest FuzzTestExtensionTest$Unsupported#takes: ")
                    .hasMessageContaining("java.lang.Thread"));
  }

  @Test
  void overloads_areAClearError() {
    CaseOutcomes outcomes = CaseOutcomes.of(Overloaded.class, corpus);
    assertThat(outcomes.lines()).contains("zero values SUCCESSFUL");
    assertThat(outcomes.failures().values())
        .hasSize(2)
        .allSatisfy(
            e ->
                assertThat(e)
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessage(
                        "@FuzzTest FuzzTestExtensionTest$Overloaded#takes: "
                            + Overloaded.class.getName()
                            + " has several of that name, which would share their seed files:"
                            + " give them different names"));
    assertThat(CaseOutcomes.of(Overriding.class, corpus).lines())
        .containsExactly("zero values SUCCESSFUL");
  }

  @Test
  void failureOnAFile_isRunAgainFromWhereTheFileIs() throws IOException {
    Path directory = seedDirectory(Failing.class, "fails");
    Files.writeString(directory.resolve("beef"), "maven fuzz v1\nString(\"bad\")\n");
    assertThat(CaseOutcomes.of(Failing.class, corpus).failures().get("beef").getSuppressed()[0])
        .hasMessage(
            "beef; to re-run in fuzz-runtime: mvn test '-Dtest=FuzzTestExtensionTest$Failing#fails'"
                + " -Dfuzz.corpusdir="
                + corpus
                + " -Dfuzz.input=beef");
  }

  @Test
  void composedAnnotation_bringsItsSources() {
    assertThat(CaseOutcomes.of(Composed.class, corpus).lines())
        .contains("seed#0: {v=<x> String}", "seed#0 SUCCESSFUL")
        .contains("repetition 1 of 1 SUCCESSFUL")
        .hasSize(3);
  }

  private Path seedDirectory(Class<?> testClass, String method) throws IOException {
    return Files.createDirectories(corpus.resolve(testClass.getName()).resolve(method));
  }
}
