// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.corpus.ParameterType;
import org.jspecify.annotations.Nullable;

/**
 * A number in a sequence that says how long a part is. Mostly what it counts begins behind it; in
 * some formats with itself (MP4), or behind the name of a type (PNG).
 *
 * @param form how it is written
 * @param start where the number begins
 * @param end where it ends
 * @param from where what it counts begins
 * @param number what it says
 */
record Count(Form form, int start, int end, int from, int number) {

  /** How a count is written. */
  enum Form {
    BIG_4(4),
    LITTLE_4(4),
    BIG_2(2),
    LITTLE_2(2),
    BYTE(1),
    /** Of protocol buffers: seven bits per byte, the lowest first. Shorter ones are a byte. */
    VARINT(2),
    DECIMAL(0);

    private final int width;

    Form(int width) {
      this.width = width;
    }
  }

  /** Of fixed widths the widest first: the leading zeros of a large one may be needed. */
  private static final Form[] OF_BYTES = Form.values();

  private static final Form[] OF_TEXT = {Form.DECIMAL};

  /** A decimal is set apart from what it counts, by a colon or by the end of a head's lines. */
  private static final int MOST_BETWEEN = 4;

  private static final int MOST_DIGITS = 7;

  /** The name of a type between a count and what it counts. */
  private static final int TYPE = 4;

  private static final int CONTINUED = 0x80;

  /** Where what it counts ends. */
  int last() {
    return from + number;
  }

  /** Where what can be changed of what it counts begins. */
  int first() {
    return Math.max(from, end);
  }

  boolean countsItself() {
    return from < end;
  }

  int length() {
    return end - start;
  }

  /** How it is written when it says another number; null if it cannot say that. */
  @Nullable String saying(int other) {
    if (other < 0) {
      return null;
    }
    return switch (form) {
      case DECIMAL -> Integer.toString(other);
      case VARINT -> varint(other);
      case BIG_4, BIG_2, BYTE -> bytes(other, true);
      case LITTLE_4, LITTLE_2 -> bytes(other, false);
    };
  }

  private @Nullable String bytes(int other, boolean highestFirst) {
    if (form.width < Integer.BYTES && other >> (form.width * Byte.SIZE) != 0) {
      return null;
    }
    StringBuilder text = new StringBuilder(form.width);
    for (int i = 0; i < form.width; i++) {
      int place = highestFirst ? form.width - 1 - i : i;
      text.append((char) (other >> (place * Byte.SIZE) & 0xFF));
    }
    return text.toString();
  }

  private static String varint(int other) {
    StringBuilder text = new StringBuilder();
    int rest = other;
    while (rest >= CONTINUED) {
      text.append((char) (rest % CONTINUED + CONTINUED));
      rest /= CONTINUED;
    }
    return text.append((char) rest).toString();
  }

  /** One that ends there and counts up to one of two places, rather the first; null if none. */
  static @Nullable Count upTo(SequenceValue value, int end, int at, int last, int orLast) {
    Count other = null;
    if (!mayEnd(value, end, last, orLast)) {
      return null;
    }
    for (Form form : forms(value)) {
      int start = start(value, form, end);
      int number = start < 0 ? -1 : number(value, form, start, end, orLast);
      if (number < 0) {
        continue;
      }
      int from = from(form, start, end, at, last - number);
      if (from >= 0) {
        return new Count(form, start, endOf(value, form, end), from, number);
      }
      from = from(form, start, end, at, orLast - number);
      if (from >= 0 && other == null) {
        other = new Count(form, start, endOf(value, form, end), from, number);
      }
    }
    return other;
  }

  /** False for most places where no count ends, by the element before them: that is fast. */
  private static boolean mayEnd(SequenceValue value, int end, int last, int orLast) {
    int element = value.element(end - 1);
    // The high part of one whose bytes or bits are in reverse order.
    return element <= value.length / CONTINUED
        || isNear(element, last - end)
        || isNear(element, orLast - end)
        || isBehindDigits(value, end);
  }

  /**
   * The same where {@link #any} may find one, for who looks at one element after the other.
   *
   * @param behindDigit where the last digit ended
   */
  static boolean mayEnd(SequenceValue value, int end, int behindDigit) {
    int between = end - behindDigit;
    return value.element(end - 1) <= value.length || (between > 0 && between <= MOST_BETWEEN);
  }

  private static boolean isBehindDigits(SequenceValue value, int end) {
    int last = endOfDigits(value, end);
    return last < end && last > 0 && isDigit(value, last - 1);
  }

  /** Whether it is the low byte of a number that is the other, or so. */
  private static boolean isNear(int element, int number) {
    return Math.abs((byte) (element - number)) <= TYPE;
  }

  /** The place, if what a number counts may begin there, and at or before {@code at}; else -1. */
  private static int from(Form form, int start, int end, int at, int place) {
    boolean maybe = place == end || (isWide(form) && (place == start || place == end + TYPE));
    return maybe && place <= at ? place : -1;
  }

  /** One of a random form, if there is one that ends there; what it counts may be anything. */
  static @Nullable Count any(SequenceValue value, int end, Prng random) {
    Form[] forms = forms(value);
    Form form = random.oneIn(4) ? Form.DECIMAL : forms[random.nextInt(forms.length)];
    int start = start(value, form, end);
    int number = start < 0 ? -1 : number(value, form, start, end, value.length);
    if (number < 0) {
      return null;
    }
    int from =
        switch (isWide(form) ? random.nextInt(8) : 0) {
          case 6 -> start;
          case 7 -> end + TYPE;
          default -> end;
        };
    Count count = new Count(form, start, endOf(value, form, end), from, number);
    return count.last() < count.first() || count.last() > value.length ? null : count;
  }

  private static Form[] forms(SequenceValue value) {
    return value.type() == ParameterType.BYTES ? OF_BYTES : OF_TEXT;
  }

  /** Of those, chance makes few. */
  private static boolean isWide(Form form) {
    return form.width > 1 && form != Form.VARINT;
  }

  /** Where one begins that ends there; negative if there is none. */
  private static int start(SequenceValue value, Form form, int end) {
    if (form != Form.DECIMAL) {
      return end - form.width;
    }
    int last = endOfDigits(value, end);
    int first = last;
    while (first > 0 && last - first <= MOST_DIGITS && isDigit(value, first - 1)) {
      first--;
    }
    return last == end || first == last || last - first > MOST_DIGITS ? -1 : first;
  }

  private static int endOf(SequenceValue value, Form form, int end) {
    return form == Form.DECIMAL ? endOfDigits(value, end) : end;
  }

  private static int endOfDigits(SequenceValue value, int end) {
    int last = end;
    while (last > 0 && end - last < MOST_BETWEEN && !isDigit(value, last - 1)) {
      last--;
    }
    return last;
  }

  static boolean isDigit(SequenceValue value, int at) {
    return Syntax.isDigit(value.element(at));
  }

  /** What it says; negative if that is more than {@code most}, or it is not written like that. */
  private static int number(SequenceValue value, Form form, int start, int end, int most) {
    return switch (form) {
      case BIG_4, BIG_2, BYTE -> bytes(value, start, end, 1, most);
      case LITTLE_4, LITTLE_2 -> bytes(value, end - 1, start - 1, -1, most);
      case VARINT -> {
        int low = value.element(start) - CONTINUED;
        int high = value.element(start + 1);
        yield low < 0 || high == 0 || high >= CONTINUED ? -1 : high * CONTINUED + low;
      }
      case DECIMAL -> {
        int number = 0;
        for (int i = start; i < end && isDigit(value, i); i++) {
          number = number * 10 + value.element(i) - '0';
        }
        yield number;
      }
    };
  }

  /** The highest byte first: mostly that is too large already. */
  private static int bytes(SequenceValue value, int first, int end, int step, int most) {
    int number = 0;
    for (int i = first; i != end; i += step) {
      number = number << Byte.SIZE | value.element(i);
      if (number > most) {
        return -1;
      }
    }
    return number;
  }
}
