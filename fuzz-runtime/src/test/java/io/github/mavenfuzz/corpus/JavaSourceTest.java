// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourceTest {
  @Test
  void literal_everyType_isJava() {
    assertThat(source("caf\u00e9\n\u001b\"\\", ParameterType.STRING))
        .isEqualTo("\"caf\\u00e9\\n\\u001b\\\"\\\\\"");
    assertThat(source("\ud800\134u0041", ParameterType.STRING)).isEqualTo("\"\\ud800\\134u0041\"");
    assertThat(source(new byte[] {1, -2}, ParameterType.BYTES)).isEqualTo("new byte[] {1, -2}");
    assertThat(source(new byte[0], ParameterType.BYTES)).isEqualTo("new byte[0]");
    assertThat(source("GET /\r\n".getBytes(US_ASCII), ParameterType.BYTES))
        .isEqualTo("\"GET /\\r\\n\".getBytes(ISO_8859_1)");
    assertThat(source(true, ParameterType.BOOLEAN)).isEqualTo("true");
    assertThat(source((byte) -5, ParameterType.BYTE)).isEqualTo("(byte) -5");
    assertThat(source((short) 5, ParameterType.SHORT)).isEqualTo("(short) 5");
    assertThat(source('x', ParameterType.CHAR)).isEqualTo("'x'");
    assertThat(source('\'', ParameterType.CHAR)).isEqualTo("'\\''");
    assertThat(source('\uffff', ParameterType.CHAR)).isEqualTo("'\\uffff'");
    assertThat(source(-7, ParameterType.INT)).isEqualTo("-7");
    assertThat(source(Integer.MIN_VALUE, ParameterType.INT)).isEqualTo("Integer.MIN_VALUE");
    assertThat(source(7L, ParameterType.LONG)).isEqualTo("7L");
    assertThat(source(Long.MIN_VALUE, ParameterType.LONG)).isEqualTo("Long.MIN_VALUE");
    assertThat(source(1.5f, ParameterType.FLOAT)).isEqualTo("1.5f");
    assertThat(source(Float.intBitsToFloat(0x7fc00001), ParameterType.FLOAT))
        .isEqualTo("Float.intBitsToFloat(0x7fc00001)");
    assertThat(source(-0.0, ParameterType.DOUBLE)).isEqualTo("-0.0");
    assertThat(source(Double.NaN, ParameterType.DOUBLE)).isEqualTo("Double.NaN");
    assertThat(source(Double.NEGATIVE_INFINITY, ParameterType.DOUBLE))
        .isEqualTo("Double.NEGATIVE_INFINITY");
  }

  @Test
  void arguments_severalValues_areSeparated() {
    Signature signature = Signature.ofDescriptor("(Ljava/lang/String;I)V");
    assertThat(JavaSource.arguments(List.of("a", 5), signature)).isEqualTo("\"a\", 5");
  }

  @Test
  void literal_longValue_isCutWithAComment() {
    assertThat(source(new byte[1 << 20], ParameterType.BYTES))
        .startsWith("new byte[] {0, 0,")
        .endsWith(", 0, /* 1,048,576 bytes in all: see the file */}")
        .hasSizeLessThan(300);
    assertThat(source("a".repeat(1000).getBytes(US_ASCII), ParameterType.BYTES))
        .endsWith("aaa\" /* 1,000 bytes in all: see the file */.getBytes(ISO_8859_1)")
        .hasSizeLessThan(300);
    assertThat(source("a" + "\ud83d\ude00".repeat(500), ParameterType.STRING))
        .endsWith("\\ud83d\\ude00\" /* 1,001 characters in all: see the file */");
  }

  @Test
  void literal_randomValues_compileToThemselves(@TempDir Path directory) throws Exception {
    RandomValues random = new RandomValues(4);
    List<Object> values = new ArrayList<>();
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      ParameterType type = random.type();
      Object value = random.value(type);
      String literal = JavaSource.literal(value, type);
      assertThat(literal).matches("[ -~]+");
      if (!literal.contains("see the file */")) {
        methods.append(
            "static %s v%s() { return %s; }\n".formatted(type.keyword(), values.size(), literal));
        values.add(value);
      }
    }
    assertThat(values).hasSizeGreaterThan(1_900);
    Path source = directory.resolve("Values.java");
    Files.writeString(
        source,
        "import static java.nio.charset.StandardCharsets.ISO_8859_1;\nclass Values {\n"
            + methods
            + "}\n");
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
      Class<?> compiled = loader.loadClass("Values");
      for (int i = 0; i < values.size(); i++) {
        var method = compiled.getDeclaredMethod("v" + i);
        method.setAccessible(true);
        assertThat(method.invoke(null)).isEqualTo(values.get(i));
      }
    }
  }

  private static String source(Object value, ParameterType type) {
    return JavaSource.literal(value, type);
  }
}
