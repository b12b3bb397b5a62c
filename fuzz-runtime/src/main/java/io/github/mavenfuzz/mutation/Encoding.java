// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Comparison.OfBytes;
import io.github.mavenfuzz.comparison.Comparison.OfDecimals;
import io.github.mavenfuzz.comparison.Comparison.OfNumbers;
import io.github.mavenfuzz.comparison.Comparison.OfTexts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * The forms in which a compared value may be in the input, as elements of a sequence: each as what
 * is to be looked for and what is to take its place.
 */
final class Encoding {
  private static final List<Charset> WIDE =
      List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  private static final int VARINT_BITS = 7;

  private final boolean bytes;
  private final boolean binary;
  private final boolean query;
  private final BiConsumer<String, String> found;

  /**
   * Tells the forms.
   *
   * @param bytes whether the elements are bytes, not chars
   * @param image the elements in which they are looked for, each as a char
   * @param found takes what to look for and what to put in its place
   */
  Encoding(boolean bytes, String image, BiConsumer<String, String> found) {
    this.bytes = bytes;
    // In a text, small numbers would be found at every turn.
    this.binary = bytes && image.chars().anyMatch(c -> c < '\t' || c > Byte.MAX_VALUE);
    this.query = image.indexOf('&') >= 0 || image.indexOf('%') >= 0;
    this.found = found;
  }

  /** A text as elements: in UTF-8 if they are bytes. */
  static String elements(String text, boolean bytes) {
    return bytes && !isAscii(text) ? recode(text, StandardCharsets.UTF_8) : text;
  }

  /** Bytes, a char each, as the text that they are in UTF-8; as they are if they are none. */
  static String text(String bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return bytes;
    }
  }

  /** Tells all forms of both sides. */
  void encode(Comparison comparison) {
    if (comparison instanceof OfNumbers numbers) {
      encode(numbers.left(), numbers.right());
      encode(numbers.right(), numbers.left());
    } else if (comparison instanceof OfDecimals decimals) {
      encode(decimals.left(), decimals.right());
      encode(decimals.right(), decimals.left());
    } else if (comparison instanceof OfTexts texts) {
      encode(texts);
    } else if (comparison instanceof OfBytes raw) {
      found.accept(raw.left(), raw.right());
      found.accept(raw.right(), raw.left());
    }
  }

  private void encode(long from, long to) {
    if (from == to) {
      return;
    }
    if (bytes) {
      for (int width = 1; width <= Long.BYTES; width *= 2) {
        if (fits(from, width) && fits(to, width)) {
          found.accept(raw(from, width, false), raw(to, width, false));
          if (width > 1) {
            found.accept(raw(from, width, true), raw(to, width, true));
          }
        }
      }
    }
    if (binary) {
      found.accept(varint(from), varint(to));
      found.accept(varint(zigzag(from)), varint(zigzag(to)));
    }
    boolean chars = from >= 0 && from <= Character.MAX_VALUE && to >= 0;
    if (chars && to <= Character.MAX_VALUE && (!bytes || from > Byte.MAX_VALUE || to > 0xFF)) {
      text(String.valueOf((char) from), String.valueOf((char) to));
    }
    found.accept(Long.toString(from), Long.toString(to));
    if (from > 9 || to > 9) {
      found.accept(Long.toHexString(from), Long.toHexString(to));
    }
  }

  private void encode(double from, double to) {
    if (from == to) {
      return;
    }
    found.accept(decimal(from), decimal(to));
    if (bytes) {
      for (boolean reversed : new boolean[] {false, true}) {
        found.accept(
            raw(Double.doubleToRawLongBits(from), Long.BYTES, reversed),
            raw(Double.doubleToRawLongBits(to), Long.BYTES, reversed));
        found.accept(
            raw(Float.floatToRawIntBits((float) from), Integer.BYTES, reversed),
            raw(Float.floatToRawIntBits((float) to), Integer.BYTES, reversed));
      }
    }
  }

  private static String decimal(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private void encode(OfTexts texts) {
    String left = texts.left();
    String right = texts.right();
    int shared = Math.min(left.length(), right.length());
    switch (texts.relation()) {
      case EQUAL -> {
        text(left, right);
        text(right, left);
      }
      case PREFIX, INFIX -> text(left.substring(0, shared), right);
      case SUFFIX -> text(left.substring(left.length() - shared), right);
    }
  }

  private void text(String from, String to) {
    found.accept(elements(from, bytes), elements(to, bytes));
    if (isAscii(from)) {
      // What was made small, or large, before it was compared.
      found.accept(from.toUpperCase(Locale.ROOT), elements(to, bytes));
      found.accept(from.toLowerCase(Locale.ROOT), elements(to, bytes));
    } else if (isLatin(from) && isLatin(to)) {
      // Bytes may have been taken for chars.
      found.accept(from, to);
    }
    if (bytes) {
      for (Charset charset : WIDE) {
        found.accept(recode(from, charset), recode(to, charset));
      }
    }
    if (query) {
      // What a query's parts are set apart by must not be in them as it is.
      String coded = Coded.Code.PERCENT.encode(to.getBytes(StandardCharsets.UTF_8));
      if (!coded.equals(to)) {
        found.accept(elements(from, bytes), coded);
      }
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c <= Byte.MAX_VALUE);
  }

  private static boolean isLatin(String text) {
    return text.chars().allMatch(c -> c <= 0xFF);
  }

  /** The text's bytes in a charset, each as a char. */
  private static String recode(String text, Charset charset) {
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  /** Whether a number, signed or not, has so many bytes. */
  private static boolean fits(long number, int width) {
    if (width == Long.BYTES) {
      return true;
    }
    long limit = 1L << (width * Byte.SIZE);
    return number >= -limit / 2 && number < limit;
  }

  /** LEB128: seven bits per byte, the lowest first, as protocol buffers, Wasm and Dex have them. */
  private static String varint(long number) {
    StringBuilder elements = new StringBuilder();
    long rest = number;
    while (rest >>> VARINT_BITS != 0) {
      elements.append((char) ((rest & 0x7F) | 0x80));
      rest >>>= VARINT_BITS;
    }
    return elements.append((char) rest).toString();
  }

  /** As protocol buffers make numbers that may be negative small ones. */
  private static long zigzag(long number) {
    return number << 1 ^ number >> (Long.SIZE - 1);
  }

  private static String raw(long number, int width, boolean reversed) {
    char[] elements = new char[width];
    for (int i = 0; i < width; i++) {
      int place = reversed ? i : width - 1 - i;
      elements[i] = (char) (number >>> (place * Byte.SIZE) & 0xFF);
    }
    return new String(elements);
  }
}
