// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.corpus.ParameterType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The current value of one parameter: mutated, minimized, and handed to the target as what it is.
 * Not thread-safe.
 */
public abstract sealed class Value
    permits SequenceValue, BooleanValue, IntegerValue, FloatingValue {
  // Both ends of the mapped file must agree, whatever order their buffers happen to have.
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ParameterType type;

  Value(ParameterType type) {
    this.type = type;
  }

  /** A value of this type, {@link ParameterType#zero} to begin with. */
  public static Value of(ParameterType type) {
    return switch (type) {
      case BYTES -> new BytesValue();
      case STRING -> new StringValue();
      case BOOLEAN -> new BooleanValue();
      case BYTE, CHAR, SHORT, INT, LONG -> new IntegerValue(type);
      case FLOAT, DOUBLE -> new FloatingValue(type);
    };
  }

  /** What it is a value of. */
  public final ParameterType type() {
    return type;
  }

  /**
   * Takes over a copy of a {@code byte[]}, a String or a boxed value.
   *
   * @throws ClassCastException if it is of another type
   */
  public abstract void set(Object value);

  /** A copy of the value, boxed if it is a primitive. */
  public abstract Object get();

  /** Becomes the same as another value of the same type. */
  public abstract void copyFrom(Value other);

  /**
   * Makes one random change. A sequence that is longer than {@code maxLength} (bytes, or chars of a
   * String) is cut first, and no change makes it longer than that.
   */
  public abstract void mutate(Prng random, int maxLength);

  /** Takes note of what an execution on this value compared; what was noted before is forgotten. */
  abstract void learn(List<Comparison> comparisons);

  /**
   * Makes a comparison come out that an execution on this value has made and that did not: what is
   * in the value of one side becomes the other. False if nothing of it is.
   */
  abstract boolean mend(Comparison comparison, int maxLength);

  /** Tokens, a char per byte, that mutations may put anywhere from now on. */
  void remember(List<String> dictionary) {
    // A number has no place for them.
  }

  /** What has changed since it was copied has made something interesting. */
  void pay() {
    // A number has so few ways to change that none needs to be preferred.
  }

  /** Mutators that know text are not used any more. */
  void leaveOutText() {
    // A number is none.
  }

  /** What says how long a part is does not follow mutations of the part any more. */
  void leaveOutCounts() {
    // A number has no parts.
  }

  /** From now on, mutations prefer what was paid. */
  void adapt() {
    // See there.
  }

  /** From now on, mutations may take parts of the other value, which changes when it changes. */
  void mateWith(Value other) {
    // A value without parts has none to give.
  }

  /** From now on, mutations of what is long enough follow what was learned, or do not. */
  void follow(boolean learned) {
    // A number has so few ways to change that it does both.
  }

  /** How many ways there are to follow what was learned, one by one. */
  int suggestions(Promise promise) {
    return 0;
  }

  /** Follows what was learned in the way of that number; false, as it was, if that cannot be. */
  boolean follow(Promise promise, int suggestion, int maxLength) {
    return false;
  }

  /** How many {@link Cells} it has. */
  int cells() {
    return 0;
  }

  long cell(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  void cell(int index, long number) {
    throw new IndexOutOfBoundsException(index);
  }

  /** The least number that a cell can hold. */
  long leastCell() {
    return 0;
  }

  /** The largest. */
  long mostCell() {
    return 0;
  }

  /** How many bytes {@link #publish} writes. */
  public abstract int size();

  /**
   * Writes the exact value at an offset of the buffer, whose position stays; the next few bytes, if
   * there are any, may be anything then.
   */
  public abstract void publish(ByteBuffer buffer, int at);

  /**
   * Reads what {@link #publish} wrote.
   *
   * @throws IllegalArgumentException if it cannot have been that
   */
  public abstract void readFrom(ByteBuffer buffer, int at, int size);

  /** Takes nothing and returns the current value, of exactly the parameter's primitive or class. */
  public abstract MethodHandle argument();

  /** How much of a length limit it uses up: 0 for all but sequences. */
  abstract int length();

  /** How often it is mutated compared with others: about the number of ways to change it. */
  abstract int weight();

  /** Whether {@link #shrink} has nothing to do. */
  abstract boolean isSimplest();

  /** Tries simpler values once through; returns whether one was accepted. */
  abstract boolean shrink(Attempt attempt);

  final void publishLong(ByteBuffer buffer, int at, long bits) {
    LONG.set(buffer, at, bits);
  }

  final long readLong(ByteBuffer buffer, int at, int size) {
    check(size == Long.BYTES && size <= buffer.limit() - at, "a size of " + size);
    return (long) LONG.get(buffer, at);
  }

  /** Throws unless the published form makes sense. */
  final void check(boolean condition, String found) {
    if (!condition) {
      throw new IllegalArgumentException("not a published " + type.keyword() + ": " + found);
    }
  }

  /** A handle of the method {@code name} of the concrete class, bound to this value. */
  final MethodHandle bound(String name, Class<?> returnType) {
    try {
      return MethodHandles.lookup()
          .findVirtual(getClass(), name, MethodType.methodType(returnType))
          .bindTo(this);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
