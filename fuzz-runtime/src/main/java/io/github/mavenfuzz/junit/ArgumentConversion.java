// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mavenfuzz.corpus.ParameterType;
import org.jspecify.annotations.Nullable;

/**
 * Turns what argument sources give into values of parameter types, as parameterized tests do: wider
 * numbers from narrower ones, anything from text. Beyond them, a {@code byte[]} is the UTF-8 form
 * of a text, and a text may be the name of an enum constant.
 */
final class ArgumentConversion {
  private ArgumentConversion() {}

  /** The value, or null if there is none of that type. */
  static @Nullable Object convert(Object argument, ParameterType type) {
    if (type.boxed().isInstance(argument)) {
      return argument;
    }
    if (argument instanceof String text) {
      try {
        return ofText(text, type);
      } catch (NumberFormatException e) {
        return null;
      }
    }
    if (type == ParameterType.STRING) {
      return argument instanceof Enum<?> constant ? constant.name() : null;
    }
    return widened(argument, type);
  }

  private static @Nullable Object ofText(String text, ParameterType type) {
    return switch (type) {
      case BYTES -> text.getBytes(UTF_8);
      case STRING -> text;
      case BOOLEAN -> ofBooleanText(text);
      case BYTE -> Byte.decode(digits(text));
      case CHAR -> text.length() == 1 ? text.charAt(0) : null;
      case SHORT -> Short.decode(digits(text));
      case INT -> Integer.decode(digits(text));
      case LONG -> Long.decode(digits(text));
      case FLOAT -> Float.valueOf(digits(text));
      case DOUBLE -> Double.valueOf(digits(text));
    };
  }

  private static @Nullable Boolean ofBooleanText(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equalsIgnoreCase("false") ? false : null;
  }

  private static String digits(String text) {
    return text.replace("_", "");
  }

  /** The widening primitive conversions of the Java language. */
  private static @Nullable Object widened(Object argument, ParameterType type) {
    if (argument instanceof Character c) {
      return switch (type) {
        case INT -> (int) c;
        case LONG -> (long) c;
        case FLOAT -> (float) c;
        case DOUBLE -> (double) c;
        default -> null;
      };
    }
    if (!(argument instanceof Number number) || rank(argument) >= rank(type.zero())) {
      return null;
    }
    return switch (type) {
      case SHORT -> number.shortValue();
      case INT -> number.intValue();
      case LONG -> number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
      default -> null;
    };
  }

  /** A number is widened to one of a higher rank; what has no rank is not widened at all. */
  private static int rank(Object value) {
    if (value instanceof Byte) {
      return 0;
    } else if (value instanceof Short) {
      return 1;
    } else if (value instanceof Integer) {
      return 2;
    } else if (value instanceof Long) {
      return 3;
    } else if (value instanceof Float) {
      return 4;
    }
    return value instanceof Double ? 5 : Integer.MAX_VALUE;
  }
}
