// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.api.FuzzTest;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.converter.SimpleArgumentConverter;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.support.AnnotationConsumer;

class ArgumentSourcesTest {
  @TempDir Path corpus;

  static class Mixed extends PublishesArguments {
    @FuzzTest
    @ValueSource(strings = "value")
    @NullSource
    @EmptySource
    @CsvSource("csv")
    @MethodSource("rows")
    @EnumSource(value = TimeUnit.class, names = "DAYS")
    void takes(String s) {
      publish(s);
    }

    static Stream<Object> rows() {
      return Stream.of("row", Arguments.of("arguments"), Named.of("label", "named"));
    }
  }

  static class Numbers extends PublishesArguments {
    @FuzzTest
    @CsvSource({"0x10, 1_000, true, x, hi", "-1, 7, FALSE, ' ', \u00e9"})
    void takes(byte b, Long l, boolean z, char c, byte[] bytes) {
      publish(b);
      publish(l);
      publish(z);
      publish(c);
      publish(bytes);
    }
  }

  static class Misfits extends PublishesArguments {
    @FuzzTest
    @CsvSource(
        value = {"1", "one", "300", "NULL", "1, 2"},
        nullValues = "NULL")
    void takes(byte b) {}
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Repeatable(Ranges.class)
  @ArgumentsSource(RangeProvider.class)
  @interface Range {
    int value();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Ranges {
    Range[] value();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Range(1)
  @interface One {}

  abstract static class Consuming<T, A extends java.lang.annotation.Annotation>
      implements AnnotationConsumer<A>, ArgumentsProvider {}

  static final class RangeProvider extends Consuming<String, Range> {
    private int end;

    private RangeProvider() {}

    @Override
    public void accept(Range range) {
      end = range.value();
    }

    @Override
    @SuppressWarnings("deprecation") // What providers for JUnit before 5.13 implement.
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
      return IntStream.range(0, end).mapToObj(Arguments::of);
    }
  }

  static class Custom extends PublishesArguments {
    @FuzzTest
    @Range(2)
    @Range(1)
    void repeats(long l) {
      publish(l);
    }
  }

  static class Composed extends PublishesArguments {
    @FuzzTest
    @One
    void takes(int i) {
      publish(i);
    }
  }

  static class Beside extends PublishesArguments {
    @FuzzTest
    @ArgumentsSource(RangeProvider.class)
    @One
    void takes(int i) {
      publish(i);
    }
  }

  static class FromFile extends PublishesArguments {
    @FuzzTest
    @CsvFileSource(resources = "/META-INF/services/io.github.mavenfuzz.worker.TargetHost")
    void takes(String s) {
      publish(s);
    }
  }

  static class Broken {
    @FuzzTest
    @MethodSource("rows")
    void takes(String s) {}

    static Stream<String> rows() {
      return Stream.of("x").peek(row -> Assertions.fail("no rows today"));
    }
  }

  static class NoRows extends PublishesArguments {
    @FuzzTest
    @MethodSource("rows")
    void takes(String s) {
      publish(s);
    }

    static List<String> rows() {
      return List.of();
    }
  }

  static final class Upper extends SimpleArgumentConverter {
    @Override
    protected Object convert(Object source, Class<?> targetType) {
      return source;
    }
  }

  static class Converted {
    @FuzzTest
    @ValueSource(strings = "x")
    void takes(@ConvertWith(Upper.class) String s) {}
  }

  static final class Resource implements AutoCloseable {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public String toString() {
      return closed ? "closed" : "open";
    }
  }

  static class Resources {
    @FuzzTest
    @MethodSource("rows")
    void takes(String s) {}

    static List<Arguments> rows() {
      return List.of(Arguments.of(new Resource()));
    }
  }

  @Test
  void rows_countOverAllSourcesInOrder() {
    assertThat(CaseOutcomes.of(Mixed.class, corpus).published())
        .containsExactly(
            "seed#0: {v=<value> String}",
            "seed#1: {v=<null>}",
            "seed#2: {v=<> String}",
            "seed#3: {v=<csv> String}",
            "seed#4: {v=<row> String}",
            "seed#5: {v=<arguments> String}",
            "seed#6: {v=<named> String}",
            "seed#7: {v=<DAYS> String}");
  }

  @Test
  void rows_areConverted() {
    assertThat(CaseOutcomes.of(Numbers.class, corpus).published())
        .containsExactly(
            "seed#0: {v=<16> Byte}",
            "seed#0: {v=<1000> Long}",
            "seed#0: {v=<true> Boolean}",
            "seed#0: {v=<x> Character}",
            "seed#0: {v=<[104, 105]> byte[]}",
            "seed#1: {v=<-1> Byte}",
            "seed#1: {v=<7> Long}",
            "seed#1: {v=<false> Boolean}",
            "seed#1: {v=< > Character}",
            "seed#1: {v=<[-61, -87]> byte[]}");
  }

  @Test
  void rows_thatDoNotFitFailAlone() {
    CaseOutcomes outcomes = CaseOutcomes.of(Misfits.class, corpus);
    String method = "ArgumentSourcesTest$Misfits#takes";
    String prefix = ": parameter 1 of " + method + " is a byte, which cannot be ";
    assertThat(outcomes.lines())
        .containsExactly(
            "seed#0 SUCCESSFUL",
            "seed#1 FAILED",
            "seed#2 FAILED",
            "seed#3 FAILED",
            "seed#4 FAILED");
    assertThat(outcomes.failures().values())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "seed#1" + prefix + "\"one\" (java.lang.String)",
            "seed#2" + prefix + "\"300\" (java.lang.String)",
            "seed#3" + prefix + "null",
            "seed#4: 2 value(s), but " + method + " has 1 parameter(s): byte");
  }

  @Test
  void customSources_repeated() {
    assertThat(CaseOutcomes.of(Custom.class, corpus).published())
        .containsExactly("seed#0: {v=<0> Long}", "seed#1: {v=<1> Long}", "seed#2: {v=<0> Long}");
  }

  @Test
  void customSources_composed() {
    assertThat(CaseOutcomes.of(Composed.class, corpus).published())
        .containsExactly("seed#0: {v=<0> Integer}");
  }

  @Test
  void customSources_withTheAnnotationBesideThem() {
    assertThat(CaseOutcomes.of(Beside.class, corpus).published())
        .containsExactly("seed#0: {v=<0> Integer}", "seed#1: {v=<0> Integer}");
  }

  @Test
  void csvFile_isRead() {
    assertThat(CaseOutcomes.of(FromFile.class, corpus).published())
        .contains("seed#0: {v=<" + JUnitHost.class.getName() + "> String}");
  }

  @Test
  void sourceThatThrows_failsTheTestWithItsException() {
    assertThat(CaseOutcomes.of(Broken.class, corpus).failures().values())
        .singleElement()
        .isInstanceOf(AssertionError.class)
        .extracting(Throwable::getMessage)
        .isEqualTo("no rows today");
  }

  @Test
  void noRows_isZeroValues() {
    assertThat(CaseOutcomes.of(NoRows.class, corpus).published())
        .containsExactly("zero values: {v=<> String}");
  }

  @Test
  void converters_areRefused() {
    assertThat(CaseOutcomes.of(Converted.class, corpus).failures().values())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .contains("has a converter or an aggregator");
  }

  @Test
  void resources_areClosed() {
    assertThat(CaseOutcomes.of(Resources.class, corpus).failures().get("seed#0"))
        .hasMessageContaining("which cannot be closed (");
  }
}
