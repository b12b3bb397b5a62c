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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The forms in which a compared value may be in the input, as elements of a sequence: each as what
 * is to be looked for and what is to take its place.
 */
final class Encoding {
  private static final List<Charset> WIDE =
      List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

  private static final List<NumberForm> DOUBLE = raw(Long.BYTES);
  private static final List<NumberForm> FLOAT = raw(Integer.BYTES);

  private final boolean bytes;
  private final boolean binary;
  private final boolean query;
  private final BitSet elements;
  private final List<Form> forms = new ArrayList<>();

  /** What is to be looked for, and what is to take its place. */
  record Form(String from, String to) {}

  /**
   * Finds the forms.
   *
   * @param bytes whether the elements are bytes, not chars
   * @param image the value in which they are looked for, a char per element
   * @param elements those that the value and what it codes consist of: nothing else is looked for
   */
  Encoding(boolean bytes, String image, BitSet elements) {
    this.bytes = bytes;
    // In a text, small numbers would be found at every turn.
    this.binary = bytes && image.chars().anyMatch(c -> c < '\t' || c > Byte.MAX_VALUE);
    this.query = image.indexOf('&') >= 0 || image.indexOf('%') >= 0;
    this.elements = elements;
  }

  /** What a text consists of. */
  static BitSet elementsOf(String text) {
    BitSet elements = new BitSet();
    text.chars().forEach(elements::set);
    return elements;
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

  /** All forms of both sides that may be in the value; valid until the next call. */
  List<Form> forms(Comparison comparison) {
    forms.clear();
    if (comparison instanceof OfNumbers numbers) {
      encode(numbers.left(), numbers.right());
      encode(numbers.right(), numbers.left());
    } else if (comparison instanceof OfDecimals decimals) {
      encode(decimals.left(), decimals.right());
      encode(decimals.right(), decimals.left());
    } else if (comparison instanceof OfTexts texts) {
      encode(texts);
    } else if (comparison instanceof OfBytes raw) {
      seek(raw.left(), raw.right());
      seek(raw.right(), raw.left());
    }
    return forms;
  }

  private void seek(String from, String to) {
    if (consistsOf(elements, from)) {
      forms.add(new Form(from, to));
    }
  }

  /** Whether there are no other elements in a text than those; not of the empty text. */
  static boolean consistsOf(BitSet elements, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!elements.get(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private void encode(long from, long to) {
    if (from == to) {
      return;
    }
    if (bytes) {
      encode(NumberForm.BYTES, from, to);
    }
    if (binary) {
      encode(NumberForm.SHORT, from, to);
    }
    boolean chars = from >= 0 && from <= Character.MAX_VALUE && to >= 0;
    if (chars && to <= Character.MAX_VALUE && (!bytes || from > Byte.MAX_VALUE || to > 0xFF)) {
      text(String.valueOf((char) from), String.valueOf((char) to));
    }
    encode(NumberForm.TEXT, from, to);
  }

  private void encode(List<NumberForm> numberForms, long from, long to) {
    for (NumberForm form : numberForms) {
      if (elements.get(form.someElement(from)) && form.fits(from) && form.fits(to)) {
        seek(form.write(from), form.write(to));
      }
    }
  }

  private void encode(double from, double to) {
    if (from == to) {
      return;
    }
    seek(decimal(from), decimal(to));
    if (bytes) {
      encode(DOUBLE, Double.doubleToRawLongBits(from), Double.doubleToRawLongBits(to));
      encode(FLOAT, Float.floatToRawIntBits((float) from), Float.floatToRawIntBits((float) to));
    }
  }

  private static List<NumberForm> raw(int width) {
    return List.of(new NumberForm.Raw(width, false), new NumberForm.Raw(width, true));
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
    String there = elements(from, bytes);
    String replacement = elements(to, bytes);
    seek(there, replacement);
    if (isAscii(from)) {
      otherCase(from, replacement);
    } else if (isLatin(from) && isLatin(to)) {
      // Bytes may have been taken for chars.
      seek(from, to);
    }
    if (bytes && mayBeWide(from)) {
      for (Charset charset : WIDE) {
        seek(recode(from, charset), recode(to, charset));
      }
    }
    if (query && consistsOf(elements, there)) {
      // What a query's parts are set apart by must not be in them as it is.
      String coded = TextCode.PERCENT.encode(to.getBytes(StandardCharsets.UTF_8));
      if (!coded.equals(to)) {
        seek(there, coded);
      }
    }
  }

  /** Capital letters may have been made small, or the other way round, before it was compared. */
  private void otherCase(String from, String replacement) {
    char first = from.isEmpty() ? 0 : from.charAt(0);
    if (elements.get(Character.toUpperCase(first))) {
      seek(from.toUpperCase(Locale.ROOT), replacement);
    }
    if (elements.get(Character.toLowerCase(first))) {
      seek(from.toLowerCase(Locale.ROOT), replacement);
    }
  }

  private boolean mayBeWide(String text) {
    char first = text.isEmpty() ? 0 : text.charAt(0);
    return elements.get(first >> Byte.SIZE) && elements.get(first & 0xFF);
  }

  private static boolean isAscii(String text) {
    return isUpTo(Byte.MAX_VALUE, text);
  }

  private static boolean isLatin(String text) {
    return isUpTo(0xFF, text);
  }

  private static boolean isUpTo(int most, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > most) {
        return false;
      }
    }
    return true;
  }

  /** The text's bytes in a charset, each as a char. */
  private static String recode(String text, Charset charset) {
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }
}
