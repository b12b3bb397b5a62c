// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.corpus.ParameterType;
import io.github.mavenfuzz.corpus.Signature;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  private static final Signature EVERYTHING = new Signature(List.of(ParameterType.values()));

  private final List<Object> taken = new ArrayList<>();

  @Test
  void of_signature_holdsZeroValues() {
    assertEqual(Input.of(EVERYTHING).get(), EVERYTHING.zeroValues());
  }

  @Test
  void set_values_areCopiedInAndOut() {
    Input input = input(ParameterType.BYTES);
    byte[] bytes = {1, 2, 3};
    input.set(List.of(bytes));
    bytes[0] = 9;
    byte[] out = (byte[]) input.get().get(0);
    out[1] = 9;

    assertThat((byte[]) input.get().get(0)).containsExactly(1, 2, 3);
  }

  @Test
  void set_wrongCount_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> input(ParameterType.INT).set(List.of(1, 2)))
        .withMessage("2 values for 1 parameters");
  }

  @Test
  void set_wrongType_isRejected() {
    assertThatExceptionOfType(ClassCastException.class)
        .isThrownBy(() -> input(ParameterType.INT).set(List.of(1L)));
  }

  @Test
  void append_putsEachParameterBehindItsOwn() {
    Input input = Input.of(Signature.ofDescriptor("(Ljava/lang/String;I[B)V"));
    Input other = Input.of(Signature.ofDescriptor("(Ljava/lang/String;I[B)V"));
    input.set(List.of("a", 1, new byte[] {2}));
    other.set(List.of("bc", 3, new byte[0]));
    assertThat(input.append(other, ";", 6)).as("too long").isFalse();
    assertThat(input.append(other, ";", 7)).isTrue();
    assertEqual(input.get(), List.of("a;bc", 1, new byte[] {2}));
    other.set(List.of("", 3, new byte[0]));
    assertThat(input.append(other, ";", 64)).as("nothing").isFalse();
  }

  @Test
  void mutate_sameSeedAndParent_isTheSameSequence() {
    Input parent = mutated(20);
    Input a = Input.of(EVERYTHING);
    Input b = Input.of(EVERYTHING);
    a.copyFrom(parent);
    b.copyFrom(parent);
    Prng random = new Prng(7);
    long state = random.state();
    for (int i = 0; i < 500; i++) {
      a.mutate(random, 200);
    }
    random.restore(state);
    for (int i = 0; i < 500; i++) {
      b.mutate(random, 200);
    }

    assertEqual(b.get(), a.get());
  }

  @Test
  void mutate_manyParameters_changesEachOneAtATime() {
    Prng random = new Prng(8);
    int[] changes = new int[EVERYTHING.types().size()];
    Input input = mutated(50);
    for (int i = 0; i < 20_000; i++) {
      Object[] before = input.get().toArray();
      input.mutate(random, 100);
      Object[] after = input.get().toArray();
      int changed = 0;
      for (int p = 0; p < after.length; p++) {
        if (!Arrays.deepEquals(new Object[] {before[p]}, new Object[] {after[p]})) {
          changed++;
          changes[p]++;
        }
      }
      assertThat(changed).isLessThanOrEqualTo(1);
    }

    int boolIndex = EVERYTHING.types().indexOf(ParameterType.BOOLEAN);
    assertThat(changes[boolIndex]).isPositive();
    assertThat(changes[EVERYTHING.types().indexOf(ParameterType.STRING)])
        .isGreaterThan(5 * changes[boolIndex]);
    assertThat(Arrays.stream(changes).min().orElseThrow()).isEqualTo(changes[boolIndex]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 300})
  void mutate_severalSequences_keepToTheLimitTogether(int maxLength) {
    Input input = input(ParameterType.BYTES, ParameterType.STRING, ParameterType.STRING);
    input.set(List.of(new byte[500], "b".repeat(20), "c".repeat(10)));
    Prng random = new Prng(9);
    for (int i = 0; i < 5000; i++) {
      input.mutate(random, maxLength);
      List<Object> values = input.get();
      int length =
          ((byte[]) values.get(0)).length
              + ((String) values.get(1)).length()
              + ((String) values.get(2)).length();
      assertThat(length).isLessThanOrEqualTo(maxLength);
    }
  }

  @Test
  void mutate_tooLong_cutsTheLongest() {
    Input input = input(ParameterType.STRING, ParameterType.STRING);
    input.set(List.of("a".repeat(1000), "b".repeat(50)));
    input.mutate(new Prng(1), 100);

    assertThat((String) input.get().get(1)).contains("bbbb");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void publish_anyValues_areReadBack(boolean direct) {
    ByteBuffer buffer = direct ? ByteBuffer.allocateDirect(4096) : ByteBuffer.allocate(4096);
    Input reader = Input.of(EVERYTHING);
    Input input = mutated(1);
    Prng random = new Prng(10);
    for (int i = 0; i < 20_000; i++) {
      input.mutate(random, 300);
      int at = i % 13;
      buffer.order(i % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      input.publish(buffer, at);
      buffer.order(ByteOrder.BIG_ENDIAN).limit(at + input.size());
      reader.readFrom(buffer, at);
      buffer.clear();

      assertEqual(reader.get(), input.get());
    }
  }

  @Test
  void publish_anyValue_writesItsSizeAndLessThanAWordMore() {
    Input input = Input.of(EVERYTHING);
    for (int length = 0; length < 150; length++) {
      byte[] bytes = new byte[length];
      new Random(length).nextBytes(bytes);
      List<Object> values = new ArrayList<>(EVERYTHING.zeroValues());
      values.set(EVERYTHING.types().indexOf(ParameterType.BYTES), bytes);
      input.set(values);
      ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
      for (int i = 0; i < 4096; i++) {
        buffer.put(i, (byte) 0x55);
      }
      input.publish(buffer, 100);

      assertThat(buffer.get(99)).isEqualTo((byte) 0x55);
      assertThat(buffer.get(100 + input.size() + Long.BYTES - 1)).isEqualTo((byte) 0x55);
      assertThat(buffer.position()).isZero();
    }
  }

  @Test
  void publish_wherePlaceIsForNoMore_writesAll() {
    Input input = input(ParameterType.BYTES);
    Input reader = input(ParameterType.BYTES);
    for (int length = 0; length < 150; length++) {
      byte[] bytes = new byte[length];
      new Random(length).nextBytes(bytes);
      input.set(List.of(bytes));
      ByteBuffer buffer = ByteBuffer.allocate(input.size() + 3);
      input.publish(buffer, 3);
      reader.readFrom(buffer, 3);

      assertThat((byte[]) reader.get().get(0)).isEqualTo(bytes);
    }
  }

  @Test
  void publish_unusualNaN_keepsItsBits() {
    double unusual = Double.longBitsToDouble(0xFFF8_0000_0000_1234L);
    Input input = input(ParameterType.DOUBLE);
    input.set(List.of(unusual));
    Input reader = input(ParameterType.DOUBLE);
    ByteBuffer buffer = ByteBuffer.allocate(100);
    input.publish(buffer, 0);
    reader.readFrom(buffer, 0);

    assertThat(Double.doubleToRawLongBits((Double) reader.get().get(0)))
        .isEqualTo(0xFFF8_0000_0000_1234L);
  }

  @ParameterizedTest
  @EnumSource(ParameterType.class)
  void readFrom_nonsense_isRejected(ParameterType type) {
    ByteBuffer buffer = ByteBuffer.allocate(64);
    for (int size : new int[] {-1, 61, 64, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(0, size);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> input(type).readFrom(buffer, 0))
          .withMessageStartingWith("not a published " + type.keyword());
    }
    assertThatIllegalArgumentException().isThrownBy(() -> input(type).readFrom(buffer, 62));
  }

  @ParameterizedTest
  @EnumSource(
      value = ParameterType.class,
      names = {"BOOLEAN", "BYTE", "CHAR", "SHORT", "INT", "FLOAT"})
  void readFrom_outOfRange_isRejected(ParameterType type) {
    ByteBuffer buffer = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(0, type == ParameterType.BOOLEAN ? 1 : 8).putLong(4, 0x0123_4567_89AB_CDEFL);

    assertThatIllegalArgumentException().isThrownBy(() -> input(type).readFrom(buffer, 0));
  }

  @Test
  void bind_everyType_takesCurrentArguments() throws Throwable {
    Class<?>[] types =
        EVERYTHING.types().stream().map(ParameterType::primitiveOrClass).toArray(Class<?>[]::new);
    MethodHandle target =
        MethodHandles.lookup()
            .bind(this, "take", MethodType.methodType(void.class, Object[].class))
            .asCollector(Object[].class, types.length)
            .asType(MethodType.methodType(void.class, types));
    Input input = Input.of(EVERYTHING);
    MethodHandle bound = input.bind(target);
    Prng random = new Prng(11);
    for (int i = 0; i < 2000; i++) {
      input.mutate(random, 100);
      bound.invokeExact();

      assertEqual(taken, input.get());
    }
  }

  @Test
  void bind_boxedParametersAndResult_areAdapted() throws Throwable {
    MethodHandle target =
        MethodHandles.lookup()
            .bind(this, "boxed", MethodType.methodType(int.class, Integer.class, Boolean.class));
    Input input = input(ParameterType.INT, ParameterType.BOOLEAN);
    input.set(List.of(5, true));
    input.bind(target).invokeExact();

    assertThat(taken).containsExactly(5, true);
  }

  @Test
  void argument_bytes_isAFreshArrayOfExactSize() throws Throwable {
    Value value = Value.of(ParameterType.BYTES);
    value.set(new byte[] {1, 2, 3});
    MethodHandle argument = value.argument();
    byte[] first = (byte[]) argument.invokeExact();
    first[0] = 9;
    byte[] second = (byte[]) argument.invokeExact();

    assertThat(second).containsExactly(1, 2, 3).isNotSameAs(first);
  }

  @ParameterizedTest
  @EnumSource(ParameterType.class)
  void argument_everyType_isOfThatType(ParameterType type) {
    assertThat(Value.of(type).argument().type())
        .isEqualTo(MethodType.methodType(type.primitiveOrClass()));
  }

  @Test
  void copyFrom_longerAndShorter_isTheSame() {
    Input parent = input(ParameterType.STRING, ParameterType.BYTES);
    Input input = input(ParameterType.STRING, ParameterType.BYTES);
    for (int length : new int[] {1000, 3, 0, 5000}) {
      parent.set(List.of("x".repeat(length), new byte[length]));
      input.copyFrom(parent);

      assertEqual(input.get(), parent.get());
    }
  }

  @Test
  void isMinimizable_simplestValues_isFalse() {
    assertThat(input(ParameterType.STRING, ParameterType.INT).isMinimizable()).isFalse();
    assertThat(input(ParameterType.CHAR).isMinimizable()).as("0 is no readable char").isTrue();
    assertThat(mutated(100).isMinimizable()).isTrue();
  }

  void take(Object... arguments) {
    taken.clear();
    taken.addAll(Arrays.asList(arguments));
  }

  int boxed(Integer number, Boolean flag) {
    take(number, flag);
    return 1;
  }

  private static Input input(ParameterType... types) {
    return Input.of(new Signature(List.of(types)));
  }

  private static Input mutated(int times) {
    Input input = Input.of(EVERYTHING);
    Prng random = new Prng(99);
    for (int i = 0; i < times; i++) {
      input.mutate(random, 100);
    }
    return input;
  }

  private static void assertEqual(List<Object> actual, List<Object> expected) {
    assertThat(Arrays.deepEquals(actual.toArray(), expected.toArray()))
        .as("%s, expected %s", actual, expected)
        .isTrue();
  }
}
