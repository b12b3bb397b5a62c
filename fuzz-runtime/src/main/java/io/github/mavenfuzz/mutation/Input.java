// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.comparison.Progress;
import io.github.mavenfuzz.corpus.Signature;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The arguments of one execution, changed in place: a worker has one for the parent and one for its
 * mutants, and allocates nothing but what it hands to the target. Not thread-safe.
 */
public final class Input implements Progress.Subject {
  // Both ends of the mapped file must agree, whatever order their buffers happen to have.
  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final Value[] values;
  // Each parameter's index as often as its weight says.
  private final int[] wheel;

  private Input(Value[] values) {
    this.values = values;
    wheel = wheel(values);
  }

  /** An input that holds {@link Signature#zeroValues}. */
  public static Input of(Signature signature) {
    return new Input(signature.types().stream().map(Value::of).toArray(Value[]::new));
  }

  private static int[] wheel(Value[] values) {
    int[] wheel = new int[Arrays.stream(values).mapToInt(Value::weight).sum()];
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      Arrays.fill(wheel, at, at + values[i].weight(), i);
      at += values[i].weight();
    }
    return wheel;
  }

  /**
   * Takes over a copy of these values, boxed where primitive.
   *
   * @throws IllegalArgumentException if they are too many or too few
   * @throws ClassCastException if one is of another type
   */
  public void set(List<Object> values) {
    if (values.size() != this.values.length) {
      throw new IllegalArgumentException(
          values.size() + " values for " + this.values.length + " parameters");
    }
    for (int i = 0; i < this.values.length; i++) {
      this.values[i].set(values.get(i));
    }
  }

  /** A copy of the values, boxed where primitive. */
  public List<Object> get() {
    List<Object> copy = new ArrayList<>(values.length);
    for (Value value : values) {
      copy.add(value.get());
    }
    return List.copyOf(copy);
  }

  /** Becomes the same as another input of the same signature. */
  public void copyFrom(Input parent) {
    for (int i = 0; i < values.length; i++) {
      values[i].copyFrom(parent.values[i]);
    }
  }

  /**
   * Makes one random change to one parameter. Bytes and chars of all the parameters together are
   * {@code maxLength} at most after it: what is too long before it is cut.
   */
  public void mutate(Prng random, int maxLength) {
    if (values.length == 1) {
      values[0].mutate(random, maxLength);
      return;
    }
    int surplus = length() - maxLength;
    while (surplus > 0) {
      surplus = cutLongest(surplus);
    }
    Value value = values[wheel[random.nextInt(wheel.length)]];
    value.mutate(random, value.length() - surplus);
  }

  /**
   * Takes note of what an execution on these values compared, for the mutations to come; what was
   * noted before is forgotten.
   */
  public void learn(List<Comparison> comparisons) {
    for (Value value : values) {
      value.learn(comparisons);
    }
  }

  /** Tokens, a char per byte, that mutations may put anywhere from now on. */
  public void remember(List<String> dictionary) {
    for (Value value : values) {
      value.remember(dictionary);
    }
  }

  /** From now on, mutations follow what was learned one time in two, or never. */
  public void follow(boolean learned) {
    for (Value value : values) {
      value.follow(learned);
    }
  }

  /** How many ways there are to follow what was learned of these values, one by one. */
  public int suggestions(Promise promise) {
    int count = 0;
    for (Value value : values) {
      count += value.suggestions(promise);
    }
    return count;
  }

  /**
   * Follows what was learned of these values in the way of that number.
   *
   * @return false, with the values as they were, if that cannot be
   */
  public boolean follow(Promise promise, int suggestion, int maxLength) {
    int rest = suggestion;
    for (Value value : values) {
      int count = value.suggestions(promise);
      if (rest < count) {
        return value.follow(promise, rest, maxLength - length() + value.length());
      }
      rest -= count;
    }
    return false;
  }

  /**
   * Makes a comparison come out that an execution on these values has made and that did not, as a
   * mutation has changed what it depends on: a magic value, or a checksum.
   *
   * @return whether anything was changed
   */
  public boolean mend(Comparison comparison, int maxLength) {
    for (Value value : values) {
      if (value.mend(comparison, maxLength)) {
        return true;
      }
    }
    return false;
  }

  /** The mutations since it was copied have made something interesting. */
  public void pay() {
    for (Value value : values) {
      value.pay();
    }
  }

  /** Mutators that know text are not used any more. */
  public void leaveOutText() {
    for (Value value : values) {
      value.leaveOutText();
    }
  }

  /** What says how long a part is does not follow mutations of the part any more. */
  public void leaveOutCounts() {
    for (Value value : values) {
      value.leaveOutCounts();
    }
  }

  /** From now on, mutators are used more that were paid more often than by chance. */
  public void adapt() {
    for (Value value : values) {
      value.adapt();
    }
  }

  /** From now on, mutations may take parts of the other input, which changes when it changes. */
  public void mateWith(Input other) {
    for (int i = 0; i < values.length; i++) {
      values[i].mateWith(other.values[i]);
    }
  }

  /**
   * Puts what another input has of bytes and chars behind what this one has, parameter by
   * parameter.
   *
   * @param between what comes between
   * @return false, with the values as they were, if there is nothing to put, or it would be too
   *     long
   */
  public boolean append(Input other, String between, int maxLength) {
    int longest = length() + values.length * between.length() + other.length();
    if (longest > maxLength || other.length() == 0) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof SequenceValue sequence
          && other.values[i] instanceof SequenceValue more
          && more.length > 0) {
        sequence.append(more, between);
      }
    }
    return true;
  }

  /** Whether a text is a part of one of the parameters. */
  @Override
  public boolean contains(String text) {
    for (Value value : values) {
      if (value instanceof SequenceValue sequence && sequence.contains(text)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void addElements(BitSet elements) {
    for (Value value : values) {
      if (value instanceof SequenceValue sequence) {
        for (int i = 0; i < sequence.length; i++) {
          elements.set(sequence.element(i));
        }
      }
    }
  }

  /** How many bytes and chars there are in all the parameters together. */
  @Override
  public int length() {
    int length = 0;
    for (Value value : values) {
      length += value.length();
    }
    return length;
  }

  /** Returns how much is still too long. */
  private int cutLongest(int surplus) {
    SequenceValue longest = null;
    for (Value value : values) {
      if (value instanceof SequenceValue sequence
          && (longest == null || sequence.length > longest.length)) {
        longest = sequence;
      }
    }
    if (longest == null) {
      return 0;
    }
    int cut = Math.min(surplus, longest.length);
    longest.length -= cut;
    return surplus - cut;
  }

  /** How many bytes {@link #publish} writes. */
  public int size() {
    int size = 0;
    for (Value value : values) {
      size += Integer.BYTES + value.size();
    }
    return size;
  }

  /**
   * Writes the exact values at an offset of the buffer, whose position and order stay; the next few
   * bytes, if there are any, may be anything then.
   */
  public void publish(ByteBuffer buffer, int at) {
    int offset = at;
    for (Value value : values) {
      int size = value.size();
      INT.set(buffer, offset, size);
      offset += Integer.BYTES;
      value.publish(buffer, offset);
      offset += size;
    }
  }

  /**
   * Reads what {@link #publish} wrote for the same signature. If it throws, the input holds values
   * that nobody wrote.
   *
   * @throws IllegalArgumentException if it cannot have been that
   */
  public void readFrom(ByteBuffer buffer, int at) {
    int offset = at;
    for (Value value : values) {
      value.check(buffer.limit() - offset >= Integer.BYTES, "the end");
      int size = (int) INT.get(buffer, offset);
      offset += Integer.BYTES;
      value.check(size >= 0 && size <= buffer.limit() - offset, "a size of " + size);
      value.readFrom(buffer, offset, size);
      offset += size;
    }
  }

  /**
   * Makes a handle that invokes the target with the arguments as they are at that moment.
   *
   * @param target takes the parameters, primitive or boxed; what it returns is dropped
   * @return takes nothing and returns nothing
   */
  public MethodHandle bind(MethodHandle target) {
    Class<?>[] exact = new Class<?>[values.length];
    for (int i = 0; i < values.length; i++) {
      exact[i] = values[i].type().primitiveOrClass();
    }
    MethodHandle bound = target.asType(MethodType.methodType(void.class, exact));
    for (Value value : values) {
      bound = MethodHandles.collectArguments(bound, 0, value.argument());
    }
    return bound;
  }

  /** Whether {@link Minimizer} could do anything: not if all values are their types' simplest. */
  public boolean isMinimizable() {
    for (Value value : values) {
      if (!value.isSimplest()) {
        return true;
      }
    }
    return false;
  }

  /** The parameters' values, in order; not to be changed as an array. */
  Value[] values() {
    return values;
  }
}
