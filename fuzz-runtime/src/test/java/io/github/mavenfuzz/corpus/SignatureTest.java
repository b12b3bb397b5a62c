// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  private static final String SUPPORTED =
      "byte[], String, boolean, byte, char, short, int, long, float, double";

  @Test
  void ofDescriptor_everyType_isKnown() {
    assertThat(Signature.ofDescriptor("([BLjava/lang/String;ZBCSIJFD)V"))
        .hasToString(SUPPORTED)
        .isEqualTo(new Signature(Arrays.asList(ParameterType.values())));
  }

  @Test
  void ofMethod_boxedTypes_countAsPrimitives() {
    assertThat(Signature.ofMethod(method("boxed")))
        .hasToString("boolean, byte, char, short, int, long, float, double");
  }

  @Test
  void ofMethod_unsupportedType_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.ofMethod(method("unsupported")))
        .withMessage(
            "unsupported parameter type java.util.Map.Entry: a fuzz target takes " + SUPPORTED);
  }

  @ParameterizedTest
  @CsvSource({
    "(ILjava/util/List;)V, java.util.List",
    "([[B)V, byte[][]",
    "([I)V, int[]",
    "([Ljava/lang/String;)V, java.lang.String[]",
  })
  void ofDescriptor_unsupportedType_isNamedAsInJava(String descriptor, String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.ofDescriptor(descriptor))
        .withMessage("unsupported parameter type " + name + ": a fuzz target takes " + SUPPORTED);
  }

  @Test
  void ofDescriptor_noParameter_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.ofDescriptor("()V"))
        .withMessage("no parameter: a fuzz target takes at least one of " + SUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "I", "(", "(I", "([)V", "(Lx)V;", "(V)V", "(L", ")("})
  void ofDescriptor_noDescriptor_isRefused(String descriptor) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.ofDescriptor(descriptor))
        .withMessage("not a method descriptor: " + descriptor);
  }

  @Test
  void isSingleByteArray_isTrueForThatOnly() {
    assertThat(Signature.ofDescriptor("([B)V").isSingleByteArray()).isTrue();
    assertThat(Signature.ofDescriptor("([B[B)V").isSingleByteArray()).isFalse();
    assertThat(Signature.ofDescriptor("(B)V").isSingleByteArray()).isFalse();
  }

  @Test
  void zeroValues_areOfTheBoxedTypes() {
    Signature signature = new Signature(Arrays.asList(ParameterType.values()));
    List<Object> zeros = signature.zeroValues();
    for (int i = 0; i < zeros.size(); i++) {
      assertThat(zeros.get(i)).isExactlyInstanceOf(signature.types().get(i).boxed());
    }
  }

  private static java.lang.reflect.Method method(String name) {
    return Arrays.stream(Targets.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  interface Targets {
    void boxed(Boolean z, Byte b, Character c, Short s, Integer i, Long j, Float f, Double d);

    void unsupported(String text, Map.Entry<String, String> entry);
  }
}
