// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comparison.Comparison;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {
  private static final String TEXT = "hello hello hello hello hello";

  /** What the JDK makes of it. */
  private static String inflated(Compression form, String data) throws IOException {
    InputStream in = new ByteArrayInputStream(data.getBytes(ISO_8859_1));
    try (InputStream inflating =
        switch (form) {
          case ZLIB -> new InflaterInputStream(in);
          case GZIP -> new GZIPInputStream(in);
          case RAW -> new InflaterInputStream(in, new Inflater(true));
        }) {
      return new String(inflating.readAllBytes(), ISO_8859_1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void code_isWhatTheJdkReads(Compression form) throws IOException {
    for (String text : List.of("", TEXT, "\u00FF\0".repeat(100_000))) {
      assertThat(inflated(form, form.encode(text.getBytes(ISO_8859_1)))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void code_isFoundBetweenOtherThings(Compression form) {
    String code = form.encode(TEXT.getBytes(ISO_8859_1));
    assertThat(Coded.compressed("x\u0001\u001F\u008B" + code + "more" + code))
        .containsExactly(
            new Coded(form, 4, code.length(), TEXT),
            new Coded(form, 8 + code.length(), code.length(), TEXT));
  }

  @ParameterizedTest
  @EnumSource
  void code_thatIsNotWholeIsNone(Compression form) {
    String code = form.encode(TEXT.getBytes(ISO_8859_1));
    for (int length = 0; length < code.length(); length++) {
      assertThat(Coded.compressed(code.substring(0, length)))
          .as("%s", length)
          .noneMatch(one -> one.code() == form);
    }
  }

  @Test
  void deflatedData_isFoundToo() throws IOException {
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (OutputStream deflating = new DeflaterOutputStream(zlib)) {
      deflating.write(TEXT.getBytes(ISO_8859_1));
    }
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream deflating = new GZIPOutputStream(gzip)) {
      deflating.write(TEXT.getBytes(ISO_8859_1));
    }
    assertThat(Coded.compressed(zlib.toString(ISO_8859_1) + gzip.toString(ISO_8859_1)))
        .containsExactly(
            new Coded(Compression.ZLIB, 0, zlib.size(), TEXT),
            new Coded(Compression.GZIP, zlib.size(), gzip.size(), TEXT));
  }

  @ParameterizedTest
  @EnumSource
  void content_isMutated(Compression form) throws IOException {
    Prng random = new Prng(1);
    Set<String> contents = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      BytesValue value = new BytesValue();
      value.replace(0, 0, "ab" + form.encode("0123".getBytes(ISO_8859_1)) + "cd");
      if (CompressedMutators.mutate(value, random, 100)) {
        String image = value.image();
        assertThat(image).startsWith("ab").endsWith("cd").hasSizeLessThanOrEqualTo(100);
        contents.add(inflated(form, image.substring(2, image.length() - 2)));
      }
    }
    assertThat(contents).contains("", "012", "123", "0122").hasSizeGreaterThan(1_000);
  }

  @Test
  void content_isLeftAloneWhereThereIsNone() {
    BytesValue value = new BytesValue();
    value.replace(0, 0, TEXT);
    assertThat(CompressedMutators.mutate(value, new Prng(1), 100)).isFalse();
    assertThat(value.image()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @EnumSource
  void comparisons_replaceWhatIsInTheContent(Compression form) throws IOException {
    BytesValue value = new BytesValue();
    value.replace(0, 0, form.encode("abcdefgh".getBytes(ISO_8859_1)));
    value.learn(
        List.of(
            new Comparison.OfNumbers('c', 'x'),
            new Comparison.OfTexts("fgh", "octarine", Comparison.Relation.EQUAL)));
    Set<String> contents = new HashSet<>();
    for (String image : followed(value)) {
      for (Coded one : Coded.compressed(image)) {
        contents.add(one.content());
      }
    }
    assertThat(contents).contains("abxdefgh", "abcdeoctarine", "octarineabcdefgh");
  }

  private static List<String> followed(BytesValue value) {
    List<String> images = new ArrayList<>();
    for (Promise promise : Promise.values()) {
      IntStream.range(0, value.suggestions(promise))
          .forEach(
              i -> {
                BytesValue copy = new BytesValue();
                copy.set(value.get());
                if (value.suggestions.follow(promise, i, copy, 1_000)) {
                  images.add(copy.image());
                }
              });
    }
    return images;
  }
}
