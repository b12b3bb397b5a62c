// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values as Java source text, for messages. It compiles, and to the same value unless a comment in
 * it says that it was cut. Printable ASCII only, so that no terminal is led astray.
 */
public final class JavaSource {
  /** Longer ones do not help a reader: the file has them. */
  private static final int MAX_TEXT = 200;

  private static final int MAX_ELEMENTS = 50;

  private JavaSource() {}

  /** The value as an expression of its type, such as {@code (byte) 5}. */
  public static String literal(Object value, ParameterType type) {
    return switch (type) {
      case BYTES -> bytes((byte[]) value);
      case STRING -> string((String) value);
      case BOOLEAN -> value.toString();
      case BYTE -> "(byte) " + value;
      case CHAR -> character((char) value);
      case SHORT -> "(short) " + value;
      case INT -> integer((int) value);
      case LONG -> longInteger((long) value);
      case FLOAT -> floating((float) value);
      case DOUBLE -> floating((double) value);
    };
  }

  /** The values as the arguments of a call, without the parentheses. */
  public static String arguments(List<Object> values, Signature signature) {
    signature.check(values);
    return IntStream.range(0, values.size())
        .mapToObj(i -> literal(values.get(i), signature.types().get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String bytes(byte[] value) {
    if (value.length == 0) {
      return "new byte[0]";
    }
    if (isText(value)) {
      StringBuilder out = new StringBuilder("\"");
      int shown = Math.min(value.length, MAX_TEXT);
      for (int i = 0; i < shown; i++) {
        Escapes.appendChar(out, (char) value[i], '"');
      }
      return out.append('"').append(cut(value.length, shown, "bytes")) + ".getBytes(ISO_8859_1)";
    }
    int shown = Math.min(value.length, MAX_ELEMENTS);
    String elements =
        IntStream.range(0, shown)
            .mapToObj(i -> Byte.toString(value[i]))
            .collect(Collectors.joining(", "));
    String comment = cut(value.length, shown, "bytes");
    return "new byte[] {" + elements + (comment.isEmpty() ? "" : "," + comment) + "}";
  }

  private static String string(String value) {
    StringBuilder out = new StringBuilder("\"");
    int shown = Math.min(value.length(), MAX_TEXT);
    if (shown < value.length() && Character.isHighSurrogate(value.charAt(shown - 1))) {
      shown--;
    }
    for (int i = 0; i < shown; i++) {
      char c = value.charAt(i);
      if (c == '\\' && i > 0 && Character.isHighSurrogate(value.charAt(i - 1))) {
        // javac 17, looking for the other surrogate, loses count of the backslashes.
        out.append("\\134");
      } else {
        Escapes.appendChar(out, c, '"');
      }
    }
    return out.append('"').append(cut(value.length(), shown, "characters")).toString();
  }

  private static String character(char value) {
    StringBuilder out = new StringBuilder("'");
    Escapes.appendChar(out, value, '\'');
    return out.append('\'').toString();
  }

  private static String integer(int value) {
    return switch (value) {
      case Integer.MIN_VALUE -> "Integer.MIN_VALUE";
      case Integer.MAX_VALUE -> "Integer.MAX_VALUE";
      default -> Integer.toString(value);
    };
  }

  private static String longInteger(long value) {
    if (value == Long.MIN_VALUE) {
      return "Long.MIN_VALUE";
    }
    return value == Long.MAX_VALUE ? "Long.MAX_VALUE" : value + "L";
  }

  private static String floating(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (bits == Float.floatToIntBits(Float.NaN)) {
      return "Float.NaN";
    }
    if (Float.isNaN(value)) {
      return String.format(Locale.ROOT, "Float.intBitsToFloat(0x%08x)", bits);
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
    }
    return ShortestDecimal.of(value) + "f";
  }

  private static String floating(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == Double.doubleToLongBits(Double.NaN)) {
      return "Double.NaN";
    }
    if (Double.isNaN(value)) {
      return String.format(Locale.ROOT, "Double.longBitsToDouble(0x%016xL)", bits);
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return ShortestDecimal.of(value);
  }

  /** Whether a reader sees more in these bytes as characters than as numbers. */
  private static boolean isText(byte[] value) {
    for (byte b : value) {
      if (!Escapes.isPrintable(b) && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static String cut(int length, int shown, String unit) {
    return length == shown
        ? ""
        : String.format(Locale.ROOT, " /* %,d %s in all: see the file */", length, unit);
  }
}
