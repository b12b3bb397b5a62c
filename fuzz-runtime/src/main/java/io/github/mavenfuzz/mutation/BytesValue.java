// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.corpus.ParameterType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A {@code byte[]}. */
final class BytesValue extends SequenceValue {
  private static final int MOST_IN_WORDS = 64;

  private static final VarHandle IN_BUFFER =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  byte[] bytes = new byte[INITIAL_CAPACITY];

  BytesValue() {
    super(ParameterType.BYTES, ByteMutators.COUNT);
  }

  @Override
  public void set(Object value) {
    byte[] source = (byte[]) value;
    length = 0;
    reserve(source.length);
    System.arraycopy(source, 0, bytes, 0, source.length);
    length = source.length;
  }

  @Override
  public Object get() {
    return toArray();
  }

  @Override
  public void copyFrom(Value other) {
    BytesValue source = (BytesValue) other;
    int count = source.length;
    if (count > bytes.length) {
      length = 0;
      reserve(count);
    }
    System.arraycopy(source.bytes, 0, bytes, 0, count);
    length = count;
    wheel.restart();
  }

  @Override
  public void mutate(Prng random, int maxLength) {
    ByteMutators.mutate(this, random, maxLength);
  }

  @Override
  void leaveOutText() {
    wheel.leaveOut(ByteMutators.TEXT);
  }

  @Override
  int mutatorOfCounts() {
    return ByteMutators.COUNTS;
  }

  @Override
  public int size() {
    return length;
  }

  @Override
  public void publish(ByteBuffer buffer, int at) {
    int whole = (length + Long.BYTES - 1) & -Long.BYTES;
    if (whole > MOST_IN_WORDS || whole > bytes.length || whole > buffer.limit() - at) {
      buffer.put(at, bytes, 0, length);
      return;
    }
    // Of short values, words take less than a call; nobody reads what is written beyond the end.
    for (int i = 0; i < whole; i += Long.BYTES) {
      IN_BUFFER.set(buffer, at + i, (long) ByteMutators.LONG.get(bytes, i));
    }
  }

  @Override
  public void readFrom(ByteBuffer buffer, int at, int size) {
    check(size >= 0 && size <= buffer.limit() - at, "a size of " + size);
    length = 0;
    reserve(size);
    buffer.get(at, bytes, 0, size);
    length = size;
  }

  @Override
  public MethodHandle argument() {
    return bound("toArray", byte[].class);
  }

  /** An array of its own for each execution: the target may keep it or write to it. */
  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  @Override
  int element(int index) {
    return bytes[index] & 0xFF;
  }

  @Override
  void element(int index, int element) {
    bytes[index] = (byte) element;
  }

  @Override
  void copy(int from, int to, int count) {
    System.arraycopy(bytes, from, bytes, to, count);
  }

  @Override
  void copy(SequenceValue source, int from, int to, int count) {
    System.arraycopy(((BytesValue) source).bytes, from, bytes, to, count);
  }

  @Override
  void fill(int at, int count, int element) {
    Arrays.fill(bytes, at, at + count, (byte) element);
  }

  @Override
  void reserve(int capacity) {
    if (capacity > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(capacity, 2 * length));
    }
  }

  @Override
  int randomElement(Prng random) {
    return random.nextInt(256);
  }

  @Override
  void randomize(int at, int count, Prng random) {
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits = i % Long.BYTES == 0 ? random.nextLong() : bits >>> Byte.SIZE;
      bytes[at + i] = (byte) bits;
    }
  }

  /** The same with printable characters. */
  void randomizeAscii(int at, int count, Prng random) {
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits = i % Long.BYTES == 0 ? random.nextLong() : bits >>> Byte.SIZE;
      bytes[at + i] = Characters.ascii((int) bits);
    }
  }

  @Override
  String image() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  int simplestBeyondAscii() {
    return 0x80;
  }
}
