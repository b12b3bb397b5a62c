// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.corpus.ParameterType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of bytes or chars in an array that is mostly longer. What this class offers is all
 * that mutators and minimizer need to treat both alike; each loop over it sees one class in
 * practice, so the calls are inlined.
 */
abstract sealed class SequenceValue extends Value permits BytesValue, StringValue {
  // Room for most values that fuzzing makes, so that few ever grow.
  static final int INITIAL_CAPACITY = 128;

  int length;

  /** What may take the place of its parts. */
  final Suggestions suggestions = new Suggestions();

  /** Which mutators are used. */
  final MutatorWheel wheel;

  /** The same parameter of another entry, to take parts of. */
  @Nullable SequenceValue mate;

  SequenceValue(ParameterType type, int mutators) {
    super(type);
    wheel = new MutatorWheel(mutators);
  }

  /** The byte as an unsigned number, or the char. */
  abstract int element(int index);

  abstract void element(int index, int element);

  /** Copies elements onto others; the ranges may overlap. */
  abstract void copy(int from, int to, int count);

  /** Copies elements of another sequence of the same type. */
  abstract void copy(SequenceValue source, int from, int to, int count);

  /** Sets all of a range to one element. */
  abstract void fill(int at, int count, int element);

  /** Makes the array at least this long. */
  abstract void reserve(int capacity);

  /** Something that is likely to mean something to a target. */
  abstract int randomElement(Prng random);

  /** Sets all of a range to {@link #randomElement}s, of which one draw yields several. */
  abstract void randomize(int at, int count, Prng random);

  /** The elements, each as a char. */
  abstract String image();

  /** Whether a text is a part of it. */
  final boolean contains(String text) {
    return image().contains(Encoding.elements(text, type() == ParameterType.BYTES));
  }

  /** Whether a range has the same elements as one of a sequence of the same type. */
  final boolean isSame(int at, SequenceValue other, int otherAt, int count) {
    for (int i = 0; i < count; i++) {
      if (element(at + i) != other.element(otherAt + i)) {
        return false;
      }
    }
    return true;
  }

  /** The simplest element outside ASCII. */
  abstract int simplestBeyondAscii();

  @Override
  final int cells() {
    return length;
  }

  @Override
  final long cell(int index) {
    return element(index);
  }

  @Override
  final void cell(int index, long number) {
    element(index, (int) number);
  }

  @Override
  final long mostCell() {
    return type() == ParameterType.BYTES ? 0xFF : Character.MAX_VALUE;
  }

  /** Makes room; what is in it then is undefined. */
  final void open(int at, int count) {
    reserve(length + count);
    copy(at, at + count, length - at);
    length += count;
  }

  /** Makes room and fills it with a range, which making room may have moved, or split. */
  final void insertCopy(int from, int count, int at) {
    open(at, count);
    int before = Math.max(0, Math.min(at - from, count));
    copy(from, at, before);
    copy(from + before + count, at + before, count - before);
  }

  /** Puts another sequence of the same type behind it. */
  final void append(SequenceValue more, String between) {
    replace(length, 0, between);
    int at = length;
    open(at, more.length);
    copy(more, 0, at, more.length);
  }

  final void remove(int at, int count) {
    copy(at + count, at, length - at - count);
    length -= count;
  }

  /** Puts a text in the place of a range, which may be empty. */
  final void replace(int at, int count, String text) {
    resize(at, count, text.length());
    for (int i = 0; i < text.length(); i++) {
      element(at + i, text.charAt(i));
    }
  }

  /** Makes a range longer or shorter; what is in it then is undefined. */
  final void resize(int at, int from, int to) {
    if (to > from) {
      open(at + from, to - from);
    } else {
      remove(at + to, from - to);
    }
  }

  @Override
  final void learn(List<Comparison> comparisons) {
    suggestions.learn(this, type() == ParameterType.BYTES, comparisons);
  }

  @Override
  final void remember(List<String> dictionary) {
    suggestions.remember(type() == ParameterType.BYTES, dictionary);
  }

  /** The mutator that knows counts. */
  abstract int mutatorOfCounts();

  @Override
  final void leaveOutCounts() {
    wheel.leaveOut(List.of(mutatorOfCounts()));
    suggestions.leaveOutCounts();
  }

  @Override
  final void follow(boolean learned) {
    suggestions.want(learned);
  }

  @Override
  final int suggestions(Promise promise) {
    return suggestions.count(promise, this);
  }

  @Override
  final boolean follow(Promise promise, int suggestion, int maxLength) {
    return suggestions.follow(promise, suggestion, this, maxLength);
  }

  @Override
  final boolean mend(Comparison comparison, int maxLength) {
    return Mending.mend(this, type() == ParameterType.BYTES, comparison, maxLength);
  }

  @Override
  final void pay() {
    wheel.pay();
  }

  @Override
  final void adapt() {
    wheel.spin();
  }

  @Override
  final void mateWith(Value other) {
    mate = (SequenceValue) other;
  }

  @Override
  final int length() {
    return length;
  }

  @Override
  final int weight() {
    // There is more to find in a text or in bytes than in any number.
    return 12;
  }

  @Override
  final boolean isSimplest() {
    return length == 0;
  }

  @Override
  final boolean shrink(Attempt attempt) {
    Trial trial = new Trial(this, attempt);
    new SequenceShrinker(this, trial).shrink();
    return trial.improved();
  }
}
