// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import io.github.mavenfuzz.mutation.Cells;

/** As what number the content of a cell is taken, and which contents are allowed in its place. */
enum Alphabet {
  /** As it is; a digit stays a digit, a small letter a small letter. */
  LIKE_IT {
    @Override
    long least(Cells cells, int cell, long content) {
      return isElementBetween(cells, cell, '0', content, '9')
          ? '0'
          : isElementBetween(cells, cell, 'a', content, 'z')
              ? 'a'
              : isElementBetween(cells, cell, 'A', content, 'Z')
                  ? 'A'
                  : isElementBetween(cells, cell, ' ', content, '~') ? ' ' : cells.least(cell);
    }

    @Override
    long most(Cells cells, int cell, long content) {
      return isElementBetween(cells, cell, '0', content, '9')
          ? '9'
          : isElementBetween(cells, cell, 'a', content, 'z')
              ? 'z'
              : isElementBetween(cells, cell, 'A', content, 'Z')
                  ? 'Z'
                  : isElementBetween(cells, cell, ' ', content, '~') ? '~' : cells.most(cell);
    }
  },
  /** As a hexadecimal digit. */
  HEX {
    @Override
    long number(long content) {
      return Character.digit((int) content, 16);
    }

    @Override
    long content(long number, long before) {
      char digit = Character.forDigit((int) number, 16);
      return before >= 'A' && before <= 'F' ? Character.toUpperCase(digit) : digit;
    }

    @Override
    long least(Cells cells, int cell, long content) {
      return 0;
    }

    @Override
    long most(Cells cells, int cell, long content) {
      return 0xF;
    }
  },
  /** As it is, whatever it becomes. */
  ANY;

  /** Whether that is a number of this alphabet. */
  boolean isNumber(long number) {
    return this != HEX || number >= 0;
  }

  /** The number that a content stands for, if it is one of this alphabet's. */
  long number(long content) {
    return content;
  }

  /** The content that stands for a number, in the place of what was there. */
  long content(long number, long before) {
    return number;
  }

  /** The least number that may take the place of a cell's content. */
  long least(Cells cells, int cell, long content) {
    return cells.least(cell);
  }

  /** The largest. */
  long most(Cells cells, int cell, long content) {
    return cells.most(cell);
  }

  private static boolean isElementBetween(Cells cells, int cell, char from, long content, char to) {
    return cells.isElement(cell) && content >= from && content <= to;
  }
}
