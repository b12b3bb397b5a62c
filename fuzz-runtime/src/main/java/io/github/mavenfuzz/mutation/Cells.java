// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

/**
 * The parts of an input that can be set one by one, in a row: the bytes and chars of its sequences,
 * and its numbers. They are those that the input has at that moment. Not thread-safe.
 */
public final class Cells {
  private final Value[] values;

  /** Of the value that was looked at last. */
  private int first;

  /** Those of that input. */
  public Cells(Input input) {
    values = input.values();
  }

  /** How many there are. */
  public int count() {
    int count = 0;
    for (Value value : values) {
      count += value.cells();
    }
    return count;
  }

  /** What is in one. */
  public long get(int index) {
    Value value = valueOf(index);
    return value.cell(index - first);
  }

  /** Sets one, to a number that it can hold. */
  public void set(int index, long number) {
    Value value = valueOf(index);
    value.cell(index - first, number);
  }

  /** Whether one is a byte or a char of a sequence, not a number of its own. */
  public boolean isElement(int index) {
    return valueOf(index) instanceof SequenceValue;
  }

  /** The least number that one can hold. */
  public long least(int index) {
    return valueOf(index).leastCell();
  }

  /** The largest. */
  public long most(int index) {
    return valueOf(index).mostCell();
  }

  /**
   * Puts a text in the place of some that are elements of one sequence.
   *
   * @return false, with nothing changed, if they are not
   */
  public boolean replace(int index, int count, String text) {
    boolean fits =
        valueOf(index) instanceof SequenceValue sequence
            && index - first + count <= sequence.length;
    if (fits) {
      ((SequenceValue) valueOf(index)).replace(index - first, count, text);
    }
    return fits;
  }

  /** The value that one is of, whose own first one it notes. */
  private Value valueOf(int index) {
    first = 0;
    for (Value value : values) {
      if (index - first < value.cells()) {
        return value;
      }
      first += value.cells();
    }
    throw new IndexOutOfBoundsException(index);
  }
}
