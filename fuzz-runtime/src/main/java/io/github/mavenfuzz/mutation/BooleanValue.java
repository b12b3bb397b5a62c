// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import io.github.mavenfuzz.corpus.ParameterType;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;

/** A boolean. */
final class BooleanValue extends Value {
  private boolean value;

  BooleanValue() {
    super(ParameterType.BOOLEAN);
  }

  @Override
  public void set(Object value) {
    this.value = (Boolean) value;
  }

  @Override
  public Object get() {
    return value;
  }

  @Override
  public void copyFrom(Value other) {
    value = ((BooleanValue) other).value;
  }

  @Override
  public void mutate(Prng random, int maxLength) {
    value = !value;
  }

  @Override
  void learn(List<Comparison> comparisons) {
    // There is one other value, which needs no suggestion.
  }

  @Override
  boolean mend(Comparison comparison, int maxLength) {
    return false;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void publish(ByteBuffer buffer, int at) {
    buffer.put(at, (byte) (value ? 1 : 0));
  }

  @Override
  public void readFrom(ByteBuffer buffer, int at, int size) {
    check(size == 1 && at < buffer.limit(), "a size of " + size);
    byte bit = buffer.get(at);
    check((bit & ~1) == 0, "0x" + Integer.toHexString(bit & 0xFF));
    value = bit == 1;
  }

  @Override
  public MethodHandle argument() {
    return bound("asBoolean", boolean.class);
  }

  boolean asBoolean() {
    return value;
  }

  @Override
  int length() {
    return 0;
  }

  @Override
  int weight() {
    return 1;
  }

  @Override
  boolean isSimplest() {
    return !value;
  }

  @Override
  boolean shrink(Attempt attempt) {
    if (!value) {
      return false;
    }
    Trial trial = new Trial(this, attempt);
    value = false;
    return trial.accepted();
  }
}
