// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Comparison.Mention;
import io.github.mavenfuzz.comparison.Comparison.OfBytes;
import io.github.mavenfuzz.comparison.Comparison.OfDecimals;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.comparison.Comparison.OfTexts;
import io.github.mavenfuzz.comparison.Comparison.Relation;
import io.github.mavenfuzz.comparison.Comparison.Sought;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class ComparisonsTest {
  private final Hooked hooked = new Hooked(Comparing.class);
  private final Comparisons comparisons = hooked.comparisons();

  private List<Comparison> heard(String method, Object argument) {
    comparisons.listen();
    Object unused = hooked.call(method, argument);
    return comparisons.heard().comparisons();
  }

  @Test
  void numbers_areHeardWithTheirValues() {
    assertThat(heard("ints", 5)).contains(new OfNumbers(5, 77));
    assertThat(heard("chars", 'x')).contains(new OfNumbers('x', '%'));
    assertThat(heard("longs", -3L)).contains(new OfNumbers(-3, 1L << 40));
    assertThat(heard("floats", 0.25f)).contains(new OfDecimals(0.25, 1.5));
    assertThat(heard("doubles", 0.25)).contains(new OfDecimals(0.25, 2.5));
    assertThat(heard("doubles", 0.25)).contains(new OfDecimals(0.25, -2.5));
  }

  @Test
  void numbers_areHeardThatAreComparedWithZeroOrByMethods() {
    assertThat(heard("zero", 0x1234)).contains(new OfNumbers(0x34, 0));
    assertThat(heard("flag", true)).noneMatch(OfNumbers.class::isInstance);
    assertThat(heard("comparedInts", 5)).contains(new OfNumbers(5, 4712));
    assertThat(heard("comparedLongs", 5L)).contains(new OfNumbers(5, 1L << 33));
    assertThat(heard("comparedDoubles", 0.25)).contains(new OfDecimals(0.25, 6.25));
    assertThat(heard("comparedFloats", 0.25f)).contains(new OfDecimals(0.25, 0.5));
  }

  @Test
  void methodsThatCompareNumbers_doWhatTheyDid() {
    for (double value : new double[] {Double.NaN, -0.0, 6.25, 7}) {
      assertThat(hooked.call("comparedDoubles", value)).isEqualTo(Double.compare(value, 6.25));
    }
    for (long value : new long[] {Long.MIN_VALUE, 1L << 33, Long.MAX_VALUE}) {
      assertThat(hooked.call("comparedLongs", value)).isEqualTo(Long.compare(value, 1L << 33));
    }
    assertThat(hooked.call("comparedFloats", Float.NaN)).isEqualTo(1);
    assertThat(hooked.call("comparedInts", Integer.MIN_VALUE)).isEqualTo(-1);
    assertThat(hooked.call("character", "a?")).isEqualTo(1);
  }

  @Test
  void switches_areHeardWithEveryCase() {
    assertThat(heard("numberSwitch", 9)).contains(new OfNumbers(9, 100_000), new OfNumbers(9, -5));
    assertThat(heard("denseSwitch", 1)).contains(new OfNumbers(1, 11), new OfNumbers(1, 15));
    assertThat(heard("textSwitch", "hello"))
        .contains(
            new OfTexts("hello", "select", Relation.EQUAL),
            new OfTexts("hello", "insert", Relation.EQUAL));
    assertThat(heard("letterSwitch", "z"))
        .contains(new OfTexts("z", "a", Relation.EQUAL), new OfTexts("z", "c", Relation.EQUAL));
  }

  @Test
  void texts_areHeardWithTheirRelation() {
    assertThat(heard("equal", "s")).contains(new OfTexts("s", "secret", Relation.EQUAL));
    assertThat(heard("equalIgnoringCase", "s"))
        .contains(new OfTexts("s", "Content-Length", Relation.EQUAL));
    assertThat(heard("contentEqual", "s")).contains(new OfTexts("s", "built", Relation.EQUAL));
    assertThat(heard("prefix", "s")).contains(new OfTexts("s", "key=", Relation.PREFIX));
    assertThat(heard("prefixFrom", "s")).contains(new OfTexts("s", "tail", Relation.INFIX));
    assertThat(heard("suffix", "s")).contains(new OfTexts("s", ".xml", Relation.SUFFIX));
    assertThat(heard("infix", "s")).contains(new OfTexts("s", "<!--", Relation.INFIX));
    assertThat(heard("identity", "s")).contains(new OfTexts("s", "$ref", Relation.EQUAL));
    assertThat(heard("index", "s")).contains(new OfTexts("s", "]]>", Relation.INFIX));
    assertThat(heard("character", "s")).contains(new OfTexts("s", "?", Relation.INFIX));
  }

  @Test
  void objects_areHeardAsWhatTheyAre() {
    assertThat(heard("objects", 3)).contains(new OfNumbers(3, 4711));
    assertThat(heard("boxed", 3L)).contains(new OfNumbers(3, 99));
    assertThat(heard("bytes", new byte[] {7})).contains(new OfBytes("\7", "\1\u00FE"));
    assertThat(heard("buffers", new byte[] {7})).contains(new OfBytes("\7", "\5\6"));
    assertThat(heard("digests", new byte[] {7})).contains(new OfBytes("\7", "\3\4"));
    assertThat(heard("intArrays", new int[] {1, 2, 3})).contains(new OfNumbers(2, -2));
    assertThat(heard("longArrays", new long[] {1, 2})).contains(new OfNumbers(2, 1L << 40));
  }

  @Test
  void enumsWithoutHooks_areHeardWithTheirNames() {
    assertThat(heard("enumOfJdk", "DAYS?"))
        .contains(new OfTexts("DAYS?", "MICROSECONDS", Relation.EQUAL));
  }

  @Test
  void sequences_comeNearer() {
    Progress progress = new Progress();
    for (byte value : new byte[] {7, 1}) {
      comparisons.listen();
      Object unused = hooked.call("bytes", new byte[] {value, 0});
      List<Milestone> milestones = comparisons.heard(progress, new Subject("ab"));
      assertThat(milestones.stream().anyMatch(one -> one.kind() == Milestone.Kind.NEAREST))
          .isEqualTo(value == 1);
    }
  }

  @Test
  void placesInTables_areStatesAndNoComparisons() {
    for (String method : new String[] {"grid", "texts"}) {
      Progress progress = new Progress();
      for (int place = 0; place < 4; place++) {
        assertThat(heard(method, place)).noneMatch(OfNumbers.class::isInstance);
        comparisons.listen();
        Object unused = hooked.call(method, place);
        assertThat(comparisons.heard(progress, new Subject("a")))
            .extracting(Milestone::kind)
            .contains(Milestone.Kind.STATE);
      }
    }
    Progress progress = new Progress();
    comparisons.listen();
    Object unused = hooked.call("row", 1);
    assertThat(comparisons.heard(progress, new Subject("a"))).isEmpty();
  }

  @Test
  void numbersThatAreNoCaseOfASwitch_areOneState() {
    Progress progress = new Progress();
    List<Integer> further = new ArrayList<>();
    for (int number : new int[] {11, 1, 2, 15, 3, 12}) {
      comparisons.listen();
      Object unused = hooked.call("denseSwitch", number);
      if (!comparisons.heard(progress, new Subject("a")).isEmpty()) {
        further.add(number);
      }
    }
    assertThat(further).containsExactly(11, 1, 15, 12);
  }

  @Test
  void names_areHeardThatSomethingIsLookedForBy() {
    assertThat(heard("named", "x").stream().filter(Sought.class::isInstance))
        .containsExactly(new Sought("encoding"));
    assertThat(heard("registered", new ArrayList<>())).noneMatch(Sought.class::isInstance);
    assertThat(heard("map", "x")).contains(new Sought("x"));
  }

  @Test
  void limits_areHeardWithWhatIsBeyond() {
    assertThat(heard("limits", 5)).contains(new OfNumbers(5, 65_535), new OfNumbers(5, 65_536));
    assertThat(heard("limits", 2_000_000)).contains(new OfNumbers(2_000_000, 999_999));
    assertThat(heard("limits", 70_000))
        .contains(new OfNumbers(70_000, 777_777))
        .doesNotContain(new OfNumbers(70_000, 777_778));
    assertThat(heard("ints", 5)).as("a char's").doesNotContain(new OfNumbers(5, 78));
  }

  @Test
  void comparisons_areForgottenBeforeWhatWasComparedLast() {
    assertThat(heard("many", -1)).contains(new OfNumbers(-1, 123_456));
  }

  @Test
  void lookUps_areHeardWithWhatThereIs() {
    assertThat(heard("map", "x")).contains(new OfTexts("x", "colour", Relation.EQUAL));
    assertThat(heard("set", "x")).contains(new OfTexts("x", "shape", Relation.EQUAL));
    assertThat(heard("search", "x")).contains(new OfTexts("x", "beta", Relation.EQUAL));
    assertThat(heard("nearest", 7)).contains(new OfNumbers(7, 100));
    assertThat(heard("missing", "x"))
        .as("what there is none of")
        .contains(new OfTexts("", "x", Relation.EQUAL), new OfTexts("", "there", Relation.EQUAL));
    assertThat(heard("list", 1)).contains(new OfNumbers(1, 31), new OfNumbers(1, 32));
  }

  @Test
  void lookUps_ofWhatCannotBeReadAreNotHeard() {
    Map<String, String> broken =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, String>> entrySet() {
            throw new IllegalStateException("not now");
          }

          @Override
          public String get(Object key) {
            return "value";
          }
        };
    assertThat(heard("view", Collections.unmodifiableMap(broken)))
        .noneMatch(OfTexts.class::isInstance);
  }

  @Test
  void expressions_areHeardWithTheirLiteralParts() {
    assertThat(heard("expression", "q"))
        .contains(
            new OfTexts("q", "v.", Relation.INFIX),
            new OfTexts("q", "alpha", Relation.INFIX),
            new OfTexts("q", "beta", Relation.INFIX))
        .doesNotContain(new OfTexts("q", "x", Relation.INFIX));
    assertThat(heard("matcher", "q")).contains(new OfTexts("q", " isbn:", Relation.INFIX));
  }

  @Test
  void expressions_areHeardWithWhatTheyMatch() {
    assertThat(heard("expression", "q"))
        .contains(
            new OfTexts("q", "v.alpha0", Relation.EQUAL),
            new OfTexts("q", "v.betabeta1x", Relation.EQUAL));
    assertThat(heard("matcher", "q")).contains(new OfTexts("q", "a isbn:0", Relation.EQUAL));
  }

  @Test
  void parts_areHeardAsFarAsTheyAreThere() {
    assertThat(heard("region", "xchar")).contains(new OfTexts("char", "charset=", Relation.EQUAL));
    assertThat(heard("regionIgnoringCase", "xCHARSETTED"))
        .contains(new OfTexts("CHARSETT", "charset=", Relation.EQUAL));
    for (String method : new String[] {"range", "comparedRange", "mismatchingRange"}) {
      assertThat(heard(method, new byte[] {1, 2, 3})).contains(new OfBytes("\2\3", "\10\11"));
      assertThat(heard(method, new byte[] {1})).noneMatch(OfBytes.class::isInstance);
    }
    assertThat(heard("region", "")).contains(new OfTexts("", "charset=", Relation.EQUAL));
    assertThat(heard("regionTwice", "abc"))
        .contains(
            new OfTexts("bc", "xyz", Relation.EQUAL), new OfTexts("c", "XYZ", Relation.EQUAL));
  }

  @Test
  void classWithTheDeepestStack_staysAsItIs() throws Exception {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "Deep", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "deep", "(II)Z", null, null);
    method.visitCode();
    method.visitVarInsn(Opcodes.ILOAD, 0);
    method.visitVarInsn(Opcodes.ILOAD, 1);
    method.visitInsn(Opcodes.IADD);
    method.visitInsn(Opcodes.DUP);
    method.visitVarInsn(Opcodes.ILOAD, 0);
    Label end = new Label();
    method.visitJumpInsn(Opcodes.IF_ICMPNE, end);
    method.visitLabel(end);
    method.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {Opcodes.INTEGER});
    method.visitInsn(Opcodes.IRETURN);
    method.visitMaxs(65_532, 2);
    method.visitEnd();
    writer.visitEnd();
    byte[] classFile = writer.toByteArray();
    Class<?> deep = hooked.define(classFile);
    Method called = deep.getDeclaredMethod("deep", int.class, int.class);
    called.setAccessible(true);
    assertThat(called.invoke(null, 1, 0)).isEqualTo(true);
  }

  @Test
  void numerals_areHeardAsSuch() {
    assertThat(heard("numeral", "many")).contains(new OfTexts("many", "1", Relation.EQUAL));
    assertThat(heard("numeralOfRadix", "g")).contains(new OfTexts("g", "1", Relation.EQUAL));
    assertThat(heard("decimal", "x")).contains(new OfTexts("x", "1.5E1", Relation.EQUAL));
  }

  @Test
  void textsThatMustHaveAForm_areHeardWithExamples() {
    assertThat(heard("date", "x")).contains(new OfTexts("x", "2000-01-01", Relation.EQUAL));
    assertThat(heard("base64", "*")).contains(new OfTexts("*", "AAAA", Relation.EQUAL));
    String uuid = "00000000-0000-0000-0000-000000000000";
    assertThat(heard("uuid", "")).contains(new OfTexts("", uuid, Relation.EQUAL));
  }

  @ParameterizedTest
  @CsvSource({
    "inflater, abcdefgh",
    "inflaterOfPart, abcdefgh",
    "inflating, abcdefgh",
    "inflatingRaw, abcdefgh",
    "gzip, abcdefgh",
    "gzipWithBuffer, abcdefgh",
    "zip, aabcdefgh",
    "jar, aabcdefgh",
    "object, a",
    "document, d",
    "documentOfSource, d",
    "events, read",
    "eventsOfSource, read",
    "xmlReader, read",
    "pulled, d",
    "pulledChars, d"
  })
  void bytesThatMustHaveAForm_areHeardWithExamples(String method, String content) {
    Hooked reading = new Hooked(Reading.class);
    reading.comparisons().listen();
    Object unused = reading.call(method, new byte[] {1});
    assertThat(reading.comparisons().heard().comparisons())
        .filteredOn(OfBytes.class::isInstance)
        .map(one -> ((OfBytes) one).right().getBytes(StandardCharsets.ISO_8859_1))
        .map(example -> reading.call(method, example))
        .contains(content);
  }

  /** Else a typing error would only show in what is not found. */
  @Test
  void methodsThatReadForms_areThere() throws Exception {
    List<String> methods = new ArrayList<>(Forms.BY_METHOD.keySet());
    methods.addAll(Forms.WITH_RADIX);
    methods.addAll(BinaryForms.hooks().keySet());
    for (String method : methods) {
      int parameters = method.indexOf('(');
      int name = method.lastIndexOf('.', parameters);
      Class<?> owner = Class.forName(method.substring(0, name).replace('/', '.'));
      Class<?>[] classes =
          MethodType.fromMethodDescriptorString(
                  method.substring(parameters), getClass().getClassLoader())
              .parameterArray();
      String found =
          method.contains("<init>")
              ? Type.getConstructorDescriptor(owner.getConstructor(classes))
              : Type.getMethodDescriptor(
                  owner.getMethod(method.substring(name + 1, parameters), classes));
      assertThat(method).endsWith(found);
    }
  }

  @Test
  void valuesOfTheJdk_areHeardAsTheyAreWritten() {
    String uuid = "00000000-0000-0000-0000-000000000001";
    assertThat(heard("uuid", uuid))
        .contains(new OfTexts(uuid, "6f1c7c5e-9a2b-4d3f-8e11-0123456789ab", Relation.EQUAL));
    assertThat(heard("before", "2000-01-01"))
        .contains(new OfTexts("2000-01-01", "2031-02-07", Relation.EQUAL));
    assertThat(heard("bigNumber", "7.5")).contains(new OfTexts("7.5", "31337.25", Relation.EQUAL));
    assertThat(heard("hugeNumber", "7")).doesNotHaveAnyElementsOfTypes(OfNumbers.class);
  }

  @Test
  void propertiesThatAreLookedUp_areHeard() {
    assertThat(heard("property", "key"))
        .contains(
            new OfTexts("name", "key", Relation.EQUAL),
            new OfTexts("other", "key", Relation.EQUAL));
  }

  @Test
  void constantsOfClassesThatCompare_areMentioned() {
    assertThat(heard("ints", 5)).contains(new Mention("nowhere"), new Mention("anywhere"));
  }

  /** How generated parsers keep the names of their tokens. */
  @Test
  void tablesOfOthers_areMentioned() throws Exception {
    assertThat(heard("ints", 5)).doesNotContain(new Mention("tabled"));
    comparisons.instrumenter().instrument(Hooked.bytes(Tables.class));
    comparisons.instrumenter().instrument(Hooked.bytes(Tables.Inherited.class));
    assertThat(heard("ints", 5))
        .contains(
            new Mention("tabled"),
            new Mention("\"inherited\""),
            new Mention("inherited"),
            new Mention("also"));
  }

  /** A loop must not take the room of what comes after it. */
  @Test
  void longLoop_isHeardInPart() {
    assertThat(heard("loop", 1_000_000))
        .filteredOn(OfNumbers.class::isInstance)
        .hasSizeBetween(10, 1000);
  }

  @Test
  void nothing_isHeardWhileNobodyListens() {
    Object before = hooked.call("equal", "before");
    assertThat(before).isEqualTo(false);
    comparisons.listen();
    assertThat(comparisons.heard().comparisons()).isEmpty();
    Object after = hooked.call("equal", "after");
    assertThat(after).isEqualTo(false);
    assertThat(comparisons.heard().comparisons()).isEmpty();
  }

  @Test
  void results_areThoseOfTheClassWithoutHooks() {
    Object[][] calls = {
      {"ints", 76},
      {"ints", 77},
      {"chars", '%'},
      {"longs", 1L << 40},
      {"longs", -1L},
      {"floats", 1.6f},
      {"floats", Float.NaN},
      {"doubles", Double.NaN},
      {"doubles", 2.6},
      {"doubles", -2.6},
      {"doubles", 0.0},
      {"numberSwitch", -5},
      {"denseSwitch", 15},
      {"textSwitch", "insert"},
      {"letterSwitch", "b"},
      {"prefixFrom", "..tail"},
      {"prefixFrom", "...tail"},
      {"index", "]]>]]>"},
      {"identity", "$ref"},
      {"identity", "ref"},
      {"region", "?charset=?"},
      {"region", "?CHARSET=?"},
      {"region", ""},
      {"region", null},
      {"regionIgnoringCase", null},
      {"range", null},
      {"regionTwice", "..charset=.."},
      {"regionIgnoringCase", "?CHARSET=?"},
      {"regionIgnoringCase", "charset="},
      {"range", new byte[] {1, 8, 9, 1}},
      {"range", new byte[] {1, 8}},
      {"comparedRange", new byte[] {1, 8, 8}},
      {"mismatchingRange", new byte[] {1, 8, 8}},
      {"mismatchingRange", new byte[] {1, 8, 9}},
      {"enumeration", "DAYS"},
      {"enumeration", "YEARS"},
      {"numeral", "12"},
      {"numeral", "x"},
      {"numeralOfRadix", "ff"},
      {"numeralOfRadix", "x"},
      {"decimal", "1.5"},
      {"decimal", "x"},
      {"date", "2026-11-22"},
      {"date", "x"},
      {"base64", "AAAA"},
      {"base64", "*"},
      {"uuid", "00000000-0000-0000-0000-000000000001"},
      {"uuid", "x"},
      {"before", "2026-11-22"},
      {"bigNumber", "31337.250"},
      {"hugeNumber", "1"},
      {"property", "name"},
      {"loop", 10}
    };
    for (Object[] one : calls) {
      String method = (String) one[0];
      comparisons.listen();
      Object result = hooked.call(method, one[1]);
      Trace unused = comparisons.heard();
      assertThat(result).as(method).isEqualTo(Hooked.call(Comparing.class, method, one[1]));
      assertThat(hooked.call(method, one[1])).as(method).isEqualTo(result);
    }
  }
}
