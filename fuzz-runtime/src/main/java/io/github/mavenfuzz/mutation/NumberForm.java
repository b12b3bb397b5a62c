// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A way to write an integral number as elements of a sequence, a char each. */
sealed interface NumberForm {

  /** As a text has it. */
  List<NumberForm> TEXT = List.of(new Digits(10), new Digits(16));

  /** The number's bytes, in both orders. */
  List<NumberForm> BYTES =
      IntStream.of(1, 2, 4, 8)
          .boxed()
          .flatMap(width -> Stream.of(new Raw(width, false), new Raw(width, true)))
          .filter(raw -> raw.width > 1 || !raw.reversed)
          .map(NumberForm.class::cast)
          .toList();

  /** Only as many bytes as it takes: what protocol buffers, Wasm and Dex have. */
  List<NumberForm> SHORT = List.of(new Varint(false), new Varint(true));

  /** Whether numbers like this one are written so. */
  boolean fits(long number);

  /** One of the elements: where that is not, the number is not. */
  char someElement(long number);

  /** All of them. */
  String write(long number);

  /** Decimal or hexadecimal, in small letters. */
  record Digits(int radix) implements NumberForm {
    @Override
    public boolean fits(long number) {
      // A negative number is the same as a large one to those who read hexadecimal digits.
      return true;
    }

    @Override
    public char someElement(long number) {
      int last = (int) (radix == 16 ? number & 0xF : Math.abs(number % radix));
      return Character.forDigit(last, radix);
    }

    @Override
    public String write(long number) {
      return radix == 16 ? Long.toHexString(number) : Long.toString(number);
    }
  }

  /** So many bytes, the highest first, or reversed. */
  record Raw(int width, boolean reversed) implements NumberForm {

    /** Signed or not. */
    @Override
    public boolean fits(long number) {
      long limit = 1L << (width * Byte.SIZE);
      return width == Long.BYTES || (number >= -limit / 2 && number < limit);
    }

    @Override
    public char someElement(long number) {
      return (char) (number & 0xFF);
    }

    @Override
    public String write(long number) {
      char[] elements = new char[width];
      for (int i = 0; i < width; i++) {
        int place = reversed ? i : width - 1 - i;
        elements[i] = (char) (number >>> (place * Byte.SIZE) & 0xFF);
      }
      return new String(elements);
    }
  }

  /**
   * LEB128: seven bits per byte, the lowest first; or of zigzag, by which protocol buffers make
   * numbers that may be negative small ones.
   */
  record Varint(boolean zigzag) implements NumberForm {
    private static final int BITS = 7;

    @Override
    public boolean fits(long number) {
      return true;
    }

    @Override
    public char someElement(long number) {
      long rest = rest(number);
      return (char) (rest >>> BITS == 0 ? rest : (rest & 0x7F) | 0x80);
    }

    @Override
    public String write(long number) {
      char[] elements = new char[Long.SIZE / BITS + 1];
      int length = 0;
      long rest = rest(number);
      while (rest >>> BITS != 0) {
        elements[length++] = (char) ((rest & 0x7F) | 0x80);
        rest >>>= BITS;
      }
      elements[length++] = (char) rest;
      return new String(elements, 0, length);
    }

    private long rest(long number) {
      return zigzag ? number << 1 ^ number >> (Long.SIZE - 1) : number;
    }
  }
}
