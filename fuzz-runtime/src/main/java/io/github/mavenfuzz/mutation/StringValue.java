// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.corpus.ParameterType;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A String, as chars: surrogates may be alone, as in any Java string. */
final class StringValue extends SequenceValue {
  private static final int CHARS_PER_DRAW = Long.SIZE / Characters.BITS;

  char[] chars = new char[INITIAL_CAPACITY];

  // Bulk copies between chars and bytes need a view; a view of each buffer that is in use is kept.
  private @Nullable ByteBuffer viewed;
  private CharBuffer view = CharBuffer.allocate(0);
  private int viewStart;

  StringValue() {
    super(ParameterType.STRING, StringMutators.COUNT);
  }

  @Override
  public void set(Object value) {
    String source = (String) value;
    length = 0;
    reserve(source.length());
    source.getChars(0, source.length(), chars, 0);
    length = source.length();
  }

  @Override
  public Object get() {
    return toText();
  }

  @Override
  public void copyFrom(Value other) {
    StringValue source = (StringValue) other;
    int count = source.length;
    if (count > chars.length) {
      length = 0;
      reserve(count);
    }
    System.arraycopy(source.chars, 0, chars, 0, count);
    length = count;
    wheel.restart();
  }

  @Override
  public void mutate(Prng random, int maxLength) {
    StringMutators.mutate(this, random, maxLength);
  }

  @Override
  void leaveOutText() {
    wheel.leaveOut(StringMutators.TEXT);
  }

  @Override
  int mutatorOfCounts() {
    return StringMutators.COUNTS;
  }

  @Override
  public int size() {
    return length * Character.BYTES;
  }

  @Override
  public void publish(ByteBuffer buffer, int at) {
    view(buffer, at).put((at - viewStart) / Character.BYTES, chars, 0, length);
  }

  /** The buffer as chars, of which one starts at the offset. */
  @SuppressWarnings("ReferenceEquality") // Equal content is another place.
  private CharBuffer view(ByteBuffer buffer, int at) {
    if (buffer != viewed || (at - viewStart) % Character.BYTES != 0) {
      viewed = buffer;
      viewStart = at % Character.BYTES;
      // Both ends of the mapped file must agree, whatever order their buffers happen to have.
      view =
          buffer
              .duplicate()
              .clear()
              .position(viewStart)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asCharBuffer();
    }
    return view;
  }

  @Override
  public void readFrom(ByteBuffer buffer, int at, int size) {
    check(size >= 0 && size <= buffer.limit() - at && size % 2 == 0, "a size of " + size);
    int count = size / Character.BYTES;
    length = 0;
    reserve(count);
    view(buffer, at).get((at - viewStart) / Character.BYTES, chars, 0, count);
    length = count;
  }

  @Override
  public MethodHandle argument() {
    return bound("toText", String.class);
  }

  String toText() {
    return new String(chars, 0, length);
  }

  @Override
  int element(int index) {
    return chars[index];
  }

  @Override
  void element(int index, int element) {
    chars[index] = (char) element;
  }

  @Override
  void copy(int from, int to, int count) {
    System.arraycopy(chars, from, chars, to, count);
  }

  @Override
  void copy(SequenceValue source, int from, int to, int count) {
    System.arraycopy(((StringValue) source).chars, from, chars, to, count);
  }

  @Override
  void fill(int at, int count, int element) {
    Arrays.fill(chars, at, at + count, (char) element);
  }

  @Override
  void reserve(int capacity) {
    if (capacity > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(capacity, 2 * length));
    }
  }

  @Override
  int randomElement(Prng random) {
    return Characters.any((int) random.nextLong());
  }

  @Override
  void randomize(int at, int count, Prng random) {
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits = i % CHARS_PER_DRAW == 0 ? random.nextLong() : bits >>> Characters.BITS;
      chars[at + i] = Characters.any((int) bits);
    }
  }

  @Override
  String image() {
    return toText();
  }

  @Override
  int simplestBeyondAscii() {
    return CharacterOrder.FIRST_READABLE_BEYOND_ASCII;
  }
}
